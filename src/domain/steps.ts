/**
 * Work that may take long, in steps: between two of them it says how far it is, and whoever runs it may show that, let
 * others have a turn, or stop. The work itself knows no clock and no event loop.
 */
/** looking-up: of what is stored here. */
export type Phase = 'reading' | 'verifying' | 'looking-up' | 'comparing' | 'writing';

export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  /** 0: nobody knows yet. */
  readonly total: number;
  readonly unit: 'bytes' | 'characters' | 'rows';
}

export type Steps<T> = Generator<Progress, T, void>;

/** Runs work to its end and settles with its result; rejects where the person has had enough of it. */
export type Walk = <T>(steps: Steps<T>) => Promise<T>;

/** Hears how far work is; throws where it is to go no further. */
export type Tell = (progress: Progress) => void;

/** Whoever watches a commit: hears how far it is, and may call it off before anything is stored. */
export interface Watch {
  readonly tell: Tell;
  /** Throws where the work is to go no further. */
  check(): void;
  /** Aborted where what has not begun yet is not to begin. */
  readonly signal: AbortSignal;
}

/** Rows between two steps: a few milliseconds on a phone. */
export const STEP = 1000;

/** All of it in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export const walkAtOnce: Walk = async (steps) => atOnce(steps);
