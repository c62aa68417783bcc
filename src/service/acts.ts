/**
 * How an act runs. Memory is opened before it, and peers that are silent for too long expire before it. If the store
 * fails, the act is refused, and memory is read again. Acts never publish a change: the store does, after every commit.
 */
import type { Nothing } from '../domain/outcome.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Millis } from '../domain/time.ts';
import type { JobProgress, JobRef } from '../peer-api.ts';
import { StoreError } from '../store/database.ts';
import { expireSilent } from './expire.ts';
import { Job } from './job.ts';
import { isStarted, NO_NODE, type NodeContext, type ServiceContext } from './node-context.ts';

/** Milliseconds for which the bell rests after the store failed. */
const REST = 60_000;

/** A way in: runs the work of an act, and answers with a refusal if it could not be done. */
type WayIn<Context> = <T>(work: (context: Context) => Promise<T>) => Promise<T | Refusal>;

export class Acts {
  readonly #context: ServiceContext;
  readonly #publish: () => void;
  readonly #tellProgress: (progress: JobProgress) => void;
  readonly #jobs = new Map<string, Job>();
  #ready: Promise<void>;
  #problem: Refusal | null = null;
  #restUntil: Millis = 0;

  /** Opens memory at once. Acts wait for it. `publish` is called when memory was opened, and when it could not be. */
  constructor(context: ServiceContext, publish: () => void, tellProgress: (progress: JobProgress) => void) {
    this.#context = context;
    this.#publish = publish;
    this.#tellProgress = tellProgress;
    const open = () => this.#open();
    // If memory cannot be opened, `open` tells.
    this.#ready = context.store.stagings.clearLeftBehind().then(open, open);
  }

  /** Why memory could not be opened. null: it is open. */
  get problem(): Refusal | null {
    return this.#problem;
  }

  /** The bell rests until then. Without a rest it would ring without end if a peer cannot expire. */
  get restUntil(): Millis {
    return this.#restUntil;
  }

  /** Reads memory again. Acts wait for it. */
  reopen(): void {
    this.#ready = this.#open();
  }

  /** Resolves when memory was opened, or could not be, and when everything decided is committed. */
  async whenReady(): Promise<void> {
    await this.#ready;
    await this.#context.store.whenStored();
  }

  /** For an act that needs no node: it starts one, restores an archive, or forgets everything. */
  readonly actOnMemory: WayIn<ServiceContext> = (work) =>
    this.#attempt(async () => {
      await this.#expireSilent();
      await this.#context.store.whenStored();
      return work(this.#context);
    });

  /** For what is brought in. It rests on trust, like `actOnTrust`, but an archive may come before there is a node. */
  readonly actOnArrival: WayIn<ServiceContext> = (work) =>
    this.#attempt(async () => {
      const problem = await this.#expireSilent();
      await this.#context.store.whenStored();
      return problem ?? work(this.#context);
    });

  /** For an act of the node that does not rest on trust. It runs although a silent peer could not expire. */
  readonly act: WayIn<NodeContext> = (work) => this.actOnMemory(() => this.#onNode(work));

  /** For an act that rests on trust. It is refused if a silent peer could not expire: nobody knows who is trusted. */
  readonly actOnTrust: WayIn<NodeContext> = (work) => this.actOnArrival(() => this.#onNode(work));

  /** For long work, by one of the ways above. A person may watch it and stop it by the job id in `ref`. */
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

  /** Stops the job, if it is running. */
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
      this.reopen(); // The person tries again, so opening memory is tried again.
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

  /** Refuses if there is no node, and if the work failed because another tab has forgotten the node meanwhile. */
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

  /** Returns why peers could not expire, and does not throw: on a full disk a person can still look and delete. */
  async #expireSilent(): Promise<Refusal | null> {
    try {
      await this.#onNode(expireSilent); // Without a node there are no peers: that is no failure.
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

  /** The refusal of what failed. A line in the journal tells of it, as soon as anything can be stored. */
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
