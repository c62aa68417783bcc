/** The text that a person brought. A short one stands in the Payload box, a long one is held beside it. */
import { fitsDocument } from '../../parts/FactText.tsx';

export interface PayloadDraft {
  /** What stands in the box. */
  readonly text: string;
  /** A text that is too long for the box; null if there is none. */
  readonly held: string | null;
}

export const EMPTY_DRAFT: PayloadDraft = { text: '', held: null };

/** The draft after `text` was written into the box. A held text stays, unless `text` is too long as well. */
export function withText({ held }: PayloadDraft, text: string): PayloadDraft {
  return fitsDocument(text) ? { text, held } : { text: '', held: text };
}

/** What is read first. */
export function firstOf({ text, held }: PayloadDraft): string {
  return text || (held ?? '');
}

/** The draft without `text`, if it still holds it. */
export function withoutText(draft: PayloadDraft, text: string): PayloadDraft {
  if (draft.text === text) return { ...draft, text: '' };
  return draft.held === text ? { ...draft, held: null } : draft;
}

export function isEmpty({ text, held }: PayloadDraft): boolean {
  return text === '' && held === null;
}
