/**
 * How an act runs: memory is open, deadlines are kept, and what the store could not do becomes a refusal, after which
 * memory is read again. It never tells the page of a change: the store does so after every commit.
 */
import type { Nothing } from '../domain/outcome.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Millis } from '../domain/time.ts';
import type { JobProgress, JobRef } from '../peer-api.ts';
import { StoreError } from '../store/database.ts';
import { expireSilent } from './expire.ts';
import { Job } from './job.ts';
import type { NodeContext } from './node-context.ts';

/** Milliseconds between two tries to keep a deadline that could not be kept. */
const REST = 60_000;

/** Runs a piece of work. It answers with the refusal if the work could not be done. */
type Enter = <T>(work: () => Promise<T>) => Promise<T | Refusal>;

export class Acts {
  readonly #node: NodeContext;
  readonly #publish: () => void;
  readonly #tellProgress: (progress: JobProgress) => void;
  readonly #jobs = new Map<string, Job>();
  #ready: Promise<void>;
  #problem: Refusal | null = null;
  #restUntil: Millis = 0;

  /** Opens memory at once; acts wait for it. `publish` is called whenever memory was opened, or could not be. */
  constructor(node: NodeContext, publish: () => void, tellProgress: (progress: JobProgress) => void) {
    this.#node = node;
    this.#publish = publish;
    this.#tellProgress = tellProgress;
    const open = () => this.#open();
    this.#ready = node.store.stagings.clearLeftBehind().then(open, open); // If memory cannot be opened, `open` says so.
  }

  /** Why memory could not be opened. */
  get problem(): Refusal | null {
    return this.#problem;
  }

  /** The bell rests until then: a deadline that cannot be kept now would ring it without end. */
  get restUntil(): Millis {
    return this.#restUntil;
  }

  /** Reads memory again. Acts wait for it. */
  reopen(): void {
    this.#ready = this.#open();
  }

  /** Resolves when memory was opened, or could not be, and holds nothing that is not committed. */
  async whenReady(): Promise<void> {
    await this.#ready;
    await this.#node.store.settled();
  }

  /** The way into the node for an act that does not rest on trust. A deadline that could not be kept does not stop it. */
  readonly act: Enter = (work) =>
    this.#attempt(async () => {
      await this.#keepDeadlines();
      await this.#node.store.settled();
      return work();
    });

  /** The way in for an act that rests on trust. It is refused if a deadline could not be kept: nobody knows who is trusted. */
  readonly actOnTrust: Enter = (work) =>
    this.#attempt(async () => {
      const problem = await this.#keepDeadlines();
      await this.#node.store.settled();
      return problem ?? work();
    });

  /** Long work that a person may watch and stop by the name in `ref`. `enter` is `act` or `actOnTrust`. */
  readonly asJob = async <T>(
    ref: JobRef | undefined,
    work: (job: Job) => Promise<T>,
    enter: Enter = this.actOnTrust,
  ): Promise<T | Refusal | Nothing> => {
    const jobId = ref?.jobId ?? crypto.randomUUID();
    const job = new Job((progress) => this.#tellProgress({ ...progress, jobId }));
    this.#jobs.set(jobId, job);
    try {
      return await enter(() => work(job));
    } catch (error) {
      if (!job.signal.aborted) throw error;
      return { kind: 'nothing', why: 'stopped' };
    } finally {
      job.end();
      this.#jobs.delete(jobId);
    }
  };

  /** Stops the job of that name, if it is running. */
  stop(jobId: string): void {
    this.#jobs.get(jobId)?.stop();
  }

  async #open(): Promise<void> {
    try {
      await this.#node.store.refresh();
      this.#problem = null;
    } catch (error) {
      this.#rest();
      this.#problem = refusalOf(error);
    }
    this.#publish();
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | Refusal> {
    await this.#ready;
    if (this.#problem) {
      this.reopen(); // The person tries again, and so does the node.
      await this.#ready;
      if (this.#problem) return this.#problem;
    }
    try {
      return await work();
    } catch (error) {
      const refusal = this.#noted(error);
      this.reopen();
      return refusal;
    }
  }

  /** Returns what went wrong. A full disk must not keep a person from looking, carrying out and deleting. */
  async #keepDeadlines(): Promise<Refusal | null> {
    try {
      await expireSilent(this.#node);
      return null;
    } catch (error) {
      this.#rest();
      await this.#node.store.refresh();
      return this.#noted(error);
    }
  }

  #rest(): void {
    this.#restUntil = this.#node.platform.now() + REST;
  }

  /** The refusal, which is also noted in the journal as soon as anything can be stored. */
  #noted(error: unknown): Refusal {
    const refusal = refusalOf(error);
    this.#node.store.noteLater({ kind: 'failed', at: this.#node.platform.now(), subject: refusal.code });
    return refusal;
  }
}

/** A store that fails is expected. Anything else is a bug: it is thrown again. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof StoreError) return refuse(error.code, { found: error.message });
  throw error;
}
