/** Long work that a screen has started: how far it is, how fast it goes, and the way to stop it (DESIGN 6). */
import { useRef, useState } from 'preact/hooks';
import type { Progress } from '../../domain/steps.ts';
import type { JobRef } from '../../peer-api.ts';
import { useSession } from './session.ts';
import { beginUnsavedWork } from './unsaved-work.ts';

/** Often enough to be followed; shorter work needs no sign, and one that flashes only disturbs. */
const DRAWN_EVERY_MS = 200;

export interface JobState extends Progress {
  /** Of its unit in a second, over the phase so far. */
  readonly rate: number;
}

export interface PageJob {
  /** null while nothing runs that takes long. */
  readonly state: JobState | null;
  /** Starts work under a name of its own, and follows it to its end. */
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
      const speed = new Speed();
      const noLongerUnderWay = beginUnsavedWork('job');
      const end = onProgress((progress) => {
        if (progress.jobId === jobId) speed.hear(progress);
      });
      // The worker tells more often than a person reads; and where one step of it takes long, the rate goes on falling.
      const drawing = setInterval(() => setState(speed.now()), DRAWN_EVERY_MS);
      try {
        return await work({ jobId });
      } finally {
        clearInterval(drawing);
        end();
        noLongerUnderWay();
        running.current = null;
        setState(null);
      }
    },
    stop: () => {
      if (running.current !== null) stop(running.current);
    },
  };
}

/** How far and how fast, by the page's own clock. A phase begins where the one before was last heard of. */
class Speed {
  #heard = performance.now();
  #phaseBegan = this.#heard;
  #last: Progress | null = null;

  hear(progress: Progress): void {
    if (progress.phase !== this.#last?.phase || progress.unit !== this.#last.unit) this.#phaseBegan = this.#heard;
    this.#heard = performance.now();
    this.#last = progress;
  }

  now(): JobState | null {
    return this.#last && { ...this.#last, rate: (this.#last.done * 1000) / (performance.now() - this.#phaseBegan) };
  }
}
