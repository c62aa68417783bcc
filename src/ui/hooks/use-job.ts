/** Long work that a screen has started: how far it is, how fast it goes, how to stop it. ARCHITECTURE "Long work". */
import { useRef, useState } from 'preact/hooks';
import type { Progress } from '../../domain/steps.ts';
import type { JobRef } from '../../peer-api.ts';
import { useSession } from './session.ts';
import { beginUnsavedWork } from './unsaved-work.ts';

/** Shorter work shows no progress, because a sign that only flashes disturbs. */
const DRAWN_EVERY_MS = 200;

export interface JobState extends Progress {
  /** Units a second, averaged over the current phase. */
  readonly rate: number;
}

export interface PageJob {
  /** null: nothing runs, or it has not taken long so far. */
  readonly state: JobState | null;
  /** Starts work under a new job id, and follows it to its end. */
  run<T>(work: (job: JobRef) => Promise<T>): Promise<T>;
  stop(): void;
}

export function useJob(): PageJob {
  const { onProgress, stop } = useSession();
  const [state, setState] = useState<JobState | null>(null);
  const running = useRef<string | null>(null);
  return {
    state,
    async run(work) {
      const jobId = crypto.randomUUID();
      running.current = jobId;
      const meter = new ProgressMeter();
      const endUnsavedWork = beginUnsavedWork('job');
      const unsubscribe = onProgress((progress) => {
        if (progress.jobId === jobId) meter.record(progress);
      });
      // The worker reports more often than a person reads. While it reports nothing, the rate has to fall all the same.
      const drawing = setInterval(() => setState(meter.now()), DRAWN_EVERY_MS);
      try {
        return await work({ jobId });
      } finally {
        clearInterval(drawing);
        unsubscribe();
        endUnsavedWork();
        running.current = null;
        setState(null);
      }
    },
    stop: () => {
      if (running.current !== null) stop(running.current);
    },
  };
}

/** How far and how fast, by the page's own clock. A phase begins at the last report of the phase before it. */
class ProgressMeter {
  #recordedAt = performance.now();
  #phaseBegan = this.#recordedAt;
  #last: Progress | null = null;

  record(progress: Progress): void {
    if (progress.phase !== this.#last?.phase || progress.unit !== this.#last.unit) this.#phaseBegan = this.#recordedAt;
    this.#recordedAt = performance.now();
    this.#last = progress;
  }

  now(): JobState | null {
    return this.#last && { ...this.#last, rate: (this.#last.done * 1000) / (performance.now() - this.#phaseBegan) };
  }
}
