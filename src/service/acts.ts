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
import { isStarted, NO_NODE, type NodeContext, type ServiceContext } from './node-context.ts';

/** Milliseconds between two tries to keep a deadline that could not be kept. */
const REST = 60_000;

/** A way in: runs a piece of work, or answers why it could not be done. */
type WayIn<Context> = <T>(work: (context: Context) => Promise<T>) => Promise<T | Refusal>;

export class Acts {
  readonly #context: ServiceContext;
  readonly #publish: () => void;
  readonly #tellProgress: (progress: JobProgress) => void;
  readonly #jobs = new Map<string, Job>();
  #ready: Promise<void>;
  #problem: Refusal | null = null;
  #restUntil: Millis = 0;

  /** Opens memory at once; acts wait for it. `publish` is called whenever memory was opened, or could not be. */
  constructor(context: ServiceContext, publish: () => void, tellProgress: (progress: JobProgress) => void) {
    this.#context = context;
    this.#publish = publish;
    this.#tellProgress = tellProgress;
    const open = () => this.#open();
    this.#ready = context.store.stagings.clearLeftBehind().then(open, open); // If memory cannot be opened, `open` says so.
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
    await this.#context.store.settled();
  }

  /** The way in for an act that needs no node: it starts one, puts an archive in its place, or leaves nothing. */
  readonly actOnMemory: WayIn<ServiceContext> = (work) =>
    this.#attempt(async () => {
      await this.#checkDeadlines();
      await this.#context.store.settled();
      return work(this.#context);
    });

  /** The same for what is brought in. It rests on trust, and an archive may be brought where there is no node. */
  readonly actOnArrival: WayIn<ServiceContext> = (work) =>
    this.#attempt(async () => {
      const problem = await this.#checkDeadlines();
      await this.#context.store.settled();
      return problem ?? work(this.#context);
    });

  /** The way in for an act of the node that does not rest on trust. A deadline that could not be kept does not stop it. */
  readonly act: WayIn<NodeContext> = (work) => this.actOnMemory(() => this.#onNode(work));

  /** The same for an act that rests on trust. If a deadline could not be kept, nobody knows who is trusted: it is refused. */
  readonly actOnTrust: WayIn<NodeContext> = (work) => this.actOnArrival(() => this.#onNode(work));

  /** Long work that a person may watch and stop by the name in `ref`. */
  readonly asJob = async <Context, T>(
    wayIn: WayIn<Context>,
    ref: JobRef | undefined,
    work: (context: Context, job: Job) => Promise<T>,
  ): Promise<T | Refusal | Nothing> => {
    const jobId = ref?.jobId ?? crypto.randomUUID();
    const job = new Job((progress) => this.#tellProgress({ ...progress, jobId }));
    this.#jobs.set(jobId, job);
    try {
      return await wayIn((context) => work(context, job));
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
      await this.#context.store.refresh();
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

  /** Whoever works on a node relies on it being there: if another tab forgets it meanwhile, whatever fails is told as that. */
  async #onNode<T>(work: (node: NodeContext) => Promise<T>): Promise<T | Refusal> {
    const context = this.#context;
    if (!isStarted(context)) return NO_NODE;
    try {
      return await work(context);
    } catch (error) {
      if (!isStarted(context)) return NO_NODE;
      throw error;
    }
  }

  /** Returns what went wrong. A full disk must not keep a person from looking, carrying out and deleting. */
  async #checkDeadlines(): Promise<Refusal | null> {
    try {
      await this.#onNode(expireSilent); // Without a node there is nobody who could expire.
      return null;
    } catch (error) {
      this.#rest();
      await this.#context.store.refresh();
      return this.#noted(error);
    }
  }

  #rest(): void {
    this.#restUntil = this.#context.environment.now() + REST;
  }

  /** The refusal, which is also noted in the journal as soon as anything can be stored. */
  #noted(error: unknown): Refusal {
    const refusal = refusalOf(error);
    this.#context.store.noteLater({ kind: 'failed', at: this.#context.environment.now(), subject: refusal.code });
    return refusal;
  }
}

/** A store that fails is expected. Anything else is a bug: it is thrown again. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof StoreError) return refuse(error.code, { found: error.message });
  throw error;
}
