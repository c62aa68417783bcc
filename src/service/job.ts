/** Long work that a person watches and may stop (DESIGN 6): it goes in steps, and between two of them the worker hears what else is asked of it. */
import type { Progress, Steps, Walk, Watch } from '../domain/steps.ts';

/** The person has had enough: unwinds the work. Whoever started the job turns it into an outcome. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Milliseconds of work between two turns of the event loop. Steps may be far smaller: a document of nothing but keys has one for each. */
const STRETCH = 12;

export class Job implements Watch {
  readonly #tellPerson: (progress: Progress) => void;
  readonly #turns = new MessageChannel();
  readonly #stopping = new AbortController();
  #turned = performance.now();
  #last = '';

  constructor(tellPerson: (progress: Progress) => void) {
    this.#tellPerson = tellPerson;
  }

  stop(): void {
    this.#stopping.abort();
  }

  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Says how far the work is. Throws Stopped where it is to go no further. */
  readonly tell = (progress: Progress): void => {
    this.check();
    this.#tellPerson(progress);
  };

  /** Throws Stopped where the work is to go no further. */
  check(): void {
    if (this.signal.aborted) throw new Stopped();
  }

  /** Does the work and lets the event loop turn after each of its steps. Rejects with Stopped. */
  readonly walk: Walk = async <T>(steps: Steps<T>): Promise<T> => {
    for (;;) {
      this.check();
      const step = steps.next();
      if (step.done) return step.value;
      if (!this.#isTime(step.value)) continue;
      this.tell(step.value);
      await this.#turn();
      this.#turned = performance.now();
    }
  };

  /** After so much work, and always where another phase begins. */
  #isTime({ phase, unit }: Progress): boolean {
    const name = `${phase} ${unit}`;
    const isNew = name !== this.#last;
    this.#last = name;
    return isNew || performance.now() - this.#turned >= STRETCH;
  }

  end(): void {
    this.#turns.port1.close();
  }

  /** A message to ourselves: it comes after those that wait already, and without the rest that timers insist on. */
  #turn(): Promise<void> {
    const { port1, port2 } = this.#turns;
    return new Promise((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  }
}
