/** Files and documents that were brought together, and wait for their turn. */
import { useRef, useState } from 'preact/hooks';

export interface Waiting {
  readonly name: string;
  readonly input: Blob;
  /** Called when it has been dealt with, where somebody keeps it until then. */
  readonly settle?: (() => void) | undefined;
}

export interface Queue {
  /** As it was when the screen was drawn. */
  readonly waiting: readonly Waiting[];
  /** As it is now. */
  isEmpty(): boolean;
  add(more: readonly Waiting[]): void;
  /** Before all that wait already. */
  addFirst(more: readonly Waiting[]): void;
  /** Takes the first one out. */
  next(): Waiting | null;
  letGo(): void;
}

export function useQueue(): Queue {
  // What an act finds when it ends is newer than what it saw when it began.
  const all = useRef<readonly Waiting[]>([]);
  const [waiting, setWaiting] = useState(all.current);
  const set = (changed: readonly Waiting[]) => {
    all.current = changed;
    setWaiting(changed);
  };
  return {
    waiting,
    isEmpty: () => all.current.length === 0,
    add: (more) => set([...all.current, ...more]),
    addFirst: (more) => set([...more, ...all.current]),
    next: () => {
      const [first, ...rest] = all.current;
      set(rest);
      return first ?? null;
    },
    letGo: () => {
      for (const { settle } of all.current) settle?.();
      set([]);
    },
  };
}
