/** The text a person brought: shown while it is short, held aside while it is not (DESIGN 8). */
export interface PayloadDraft {
  /** What stands in the box. */
  readonly text: string;
  /** What is too long for the box; null where nothing is held. */
  readonly held: string | null;
}

export const EMPTY_DRAFT: PayloadDraft = { text: '', held: null };

const MOST_SHOWN = 64 * 1024;

export function draftOf(text: string): PayloadDraft {
  if (text === '') return EMPTY_DRAFT;
  return shown(text) ? { text, held: null } : { text: '', held: text };
}

/** May the document hold it? Measured in UTF-16 units: no more than the bytes would be. */
export function shown(text: string): boolean {
  return text.length <= MOST_SHOWN;
}
