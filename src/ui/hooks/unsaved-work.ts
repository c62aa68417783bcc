/** What would be cut short if this page were loaded anew now. One list for the page, because one reload ends all of it. */
import { useEffect } from 'preact/hooks';

/** brought: text, files or documents on the desk that nobody has dealt with yet. */
export type UnsavedWork = 'job' | 'preview' | 'brought';

const IN_TURN: readonly UnsavedWork[] = ['job', 'preview', 'brought'];

const going = new Map<symbol, UnsavedWork>();

/** Returns its end. */
export function beginUnsavedWork(what: UnsavedWork): () => void {
  const key = Symbol(what);
  going.set(key, what);
  return () => going.delete(key);
}

export function useUnsavedWork(what: UnsavedWork, isOn: boolean): void {
  useEffect(() => (isOn ? beginUnsavedWork(what) : undefined), [what, isOn]);
}

/** The first thing to be dealt with; null where a reload would lose nothing. */
export function reloadBlocker(): UnsavedWork | null {
  const all = new Set(going.values());
  return IN_TURN.find((what) => all.has(what)) ?? null;
}
