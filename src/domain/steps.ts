/**
 * Long work in steps (ARCHITECTURE "Long work"). Between two steps the work says how far it is. Its runner may show
 * that, let others run, or stop. The work itself never uses a clock or the event loop.
 */

/** `looking-up`: reading what is stored here. */
export type Phase = 'reading' | 'verifying' | 'looking-up' | 'comparing' | 'writing';

export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
  readonly unit: 'bytes' | 'characters' | 'rows';
}

export type Steps<T> = Generator<Progress, T, void>;

/** Runs work to its end and resolves with its result. Rejects if the work is cancelled. */
export type Walk = <T>(steps: Steps<T>) => Promise<T>;

/** Is called with the progress of work. Throws if the work is cancelled. */
export type Tell = (progress: Progress) => void;

/** Watches a commit: hears its progress, and can cancel it before anything is stored. */
export interface Watch {
  readonly tell: Tell;
  /** Throws if the work is cancelled. */
  check(): void;
  /** Aborted if the work is cancelled. Work that still waits for the write lock then never begins. */
  readonly signal: AbortSignal;
}

/** Rows between two steps. They take a few milliseconds on a phone. */
export const STEP = 1000;

/** Runs work to its end without a break. Returns its result. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export const walkAtOnce: Walk = async (steps) => atOnce(steps);
