/**
 * Long work that a person watches and may stop (ARCHITECTURE "Long work"). It goes in steps. Between two of them the
 * worker hears other calls.
 */
import type { Progress, Steps, Walk, Watch } from '../domain/steps.ts';

/** Thrown to unwind a cancelled job. Who started the job turns it into an outcome. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Milliseconds of work between two turns of the event loop. A step may take far less. */
const TURN_AFTER = 12;

export class Job implements Watch {
  readonly #tellPerson: (progress: Progress) => void;
  readonly #turns = new MessageChannel();
  readonly #stopping = new AbortController();
  #turnedAt = performance.now();
  #lastPhase = '';

  constructor(tellPerson: (progress: Progress) => void) {
    this.#tellPerson = tellPerson;
  }

  stop(): void {
    this.#stopping.abort();
  }

  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Tells how far the work is. Throws Stopped if the job was stopped. */
  readonly tell = (progress: Progress): void => {
    this.check();
    this.#tellPerson(progress);
  };

  /** Throws Stopped if the job was stopped. */
  check(): void {
    if (this.signal.aborted) throw new Stopped();
  }

  /** Runs the steps to their end and lets the event loop turn between them. Rejects with Stopped. */
  readonly walk: Walk = async <T>(steps: Steps<T>): Promise<T> => {
    for (;;) {
      this.check();
      const step = steps.next();
      if (step.done) return step.value;
      if (!this.#isTurnDue(step.value)) continue;
      this.tell(step.value);
      await this.#turn();
      this.#turnedAt = performance.now();
    }
  };

  /** After so much work, and always if another phase begins. */
  #isTurnDue({ phase, unit }: Progress): boolean {
    const name = `${phase} ${unit}`;
    const isNew = name !== this.#lastPhase;
    this.#lastPhase = name;
    return isNew || performance.now() - this.#turnedAt >= TURN_AFTER;
  }

  end(): void {
    this.#turns.port1.close();
  }

  /** Posts a message to this worker. It comes after the messages that wait already, and sooner than a timer would. */
  #turn(): Promise<void> {
    const { port1, port2 } = this.#turns;
    return new Promise((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  }
}
