/** What would be cut short if this page were loaded anew now. One list for the page, because one reload ends all of it. */
import { useEffect } from 'preact/hooks';

/** brought: text, files or documents on the desk that nobody has dealt with yet. */
export type UnderWay = 'job' | 'preview' | 'brought';

const IN_TURN: readonly UnderWay[] = ['job', 'preview', 'brought'];

const going = new Map<symbol, UnderWay>();

/** Returns its end. */
export function beginUnderWay(what: UnderWay): () => void {
  const key = Symbol(what);
  going.set(key, what);
  return () => going.delete(key);
}

export function useUnderWay(what: UnderWay, isOn: boolean): void {
  useEffect(() => (isOn ? beginUnderWay(what) : undefined), [what, isOn]);
}

/** The first thing to be dealt with; null where a reload would lose nothing. */
export function whatIsUnderWay(): UnderWay | null {
  const all = new Set(going.values());
  return IN_TURN.find((what) => all.has(what)) ?? null;
}
