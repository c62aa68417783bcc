/** Files that were brought at once, and wait for their turn. */
import { useRef, useState } from 'preact/hooks';

export interface Queue {
  /** As it was when the screen was drawn. */
  readonly waiting: readonly File[];
  /** As it is now. */
  isEmpty(): boolean;
  add(files: readonly File[]): void;
  /** Takes the first one out. */
  next(): File | null;
  letGo(): void;
}

export function useQueue(): Queue {
  // What an act finds when it ends is newer than what it saw when it began.
  const files = useRef<readonly File[]>([]);
  const [waiting, setWaiting] = useState(files.current);
  const set = (changed: readonly File[]) => {
    files.current = changed;
    setWaiting(changed);
  };
  return {
    waiting,
    isEmpty: () => files.current.length === 0,
    add: (more) => set([...files.current, ...more]),
    next: () => {
      const [first, ...rest] = files.current;
      set(rest);
      return first ?? null;
    },
    letGo: () => set([]),
  };
}
