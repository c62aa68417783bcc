import { shown } from '../../parts/FactText.tsx';

/** The text a person brought: shown while it is short, held aside while it is not (DESIGN 8). */
export interface PayloadDraft {
  /** What stands in the box. */
  readonly text: string;
  /** What is too long for the box; null where nothing is held. */
  readonly held: string | null;
}

export const EMPTY_DRAFT: PayloadDraft = { text: '', held: null };

/** With this in the box. What is held aside stays until it is read or let go: only what is too long as well takes its place. */
export function withText({ held }: PayloadDraft, text: string): PayloadDraft {
  return shown(text) ? { text, held } : { text: '', held: text };
}

/** What is to be read first. */
export function firstOf({ text, held }: PayloadDraft): string {
  return text || (held ?? '');
}

/** Without a text that has been dealt with. */
export function without(draft: PayloadDraft, dealtWith: string): PayloadDraft {
  if (draft.text === dealtWith) return { ...draft, text: '' };
  return draft.held === dealtWith ? { ...draft, held: null } : draft;
}

export function isEmpty({ text, held }: PayloadDraft): boolean {
  return text === '' && held === null;
}
