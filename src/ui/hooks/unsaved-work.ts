/** What would be lost or interrupted if this page were reloaded now. One list for the whole page. */
import { useEffect } from 'preact/hooks';

/** job: long work. preview: it awaits a decision. brought: a text in the Payload box, or items that wait to be read. */
export type UnsavedWork = 'job' | 'preview' | 'brought';

/** The most urgent first. */
const BY_URGENCY: readonly UnsavedWork[] = ['job', 'preview', 'brought'];

const unsaved = new Map<symbol, UnsavedWork>();

/** Returns the function to be called when the work has ended. */
export function beginUnsavedWork(what: UnsavedWork): () => void {
  const key = Symbol(what);
  unsaved.set(key, what);
  return () => unsaved.delete(key);
}

export function useUnsavedWork(what: UnsavedWork, isOn: boolean): void {
  useEffect(() => (isOn ? beginUnsavedWork(what) : undefined), [what, isOn]);
}

/** What forbids a reload: the most urgent work of all. null: a reload would lose nothing. */
export function reloadBlocker(): UnsavedWork | null {
  const all = new Set(unsaved.values());
  return BY_URGENCY.find((what) => all.has(what)) ?? null;
}
