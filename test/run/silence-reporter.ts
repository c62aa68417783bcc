import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** More than the watch of a test (test/watch) allows it. */
const MOST_SILENT_MS = 15 * 60_000;
const GRACE_MS = 60_000;

/**
 * Ends a run in which no test begins or ends any more, and names the file. A watch runs in the thread of its test, so
 * it cannot see that this thread is blocked for ever.
 */
export default class SilenceReporter implements Reporter {
  readonly #running = new Set<string>();
  #vitest: Vitest | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunStart(): void {
    this.#listen();
  }

  onTestModuleQueued({ relativeModuleId }: TestModule): void {
    this.#running.add(relativeModuleId);
    this.#listen();
  }

  onTestCaseReady(): void {
    this.#listen();
  }

  onTestCaseResult(): void {
    this.#listen();
  }

  onTestModuleEnd({ relativeModuleId }: TestModule): void {
    this.#running.delete(relativeModuleId);
    this.#listen();
  }

  onTestRunEnd(): void {
    clearTimeout(this.#timer);
  }

  #listen(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(), MOST_SILENT_MS);
  }

  #end(): void {
    console.error(`No test has begun or ended for ${MOST_SILENT_MS / 60_000} min in ${[...this.#running].join(', ')}.`);
    process.exitCode = 1;
    // The second call kills a process that ignores the first. A page cannot be killed: it ends with this process.
    for (const _ of ['ask', 'kill']) void this.#vitest?.cancelCurrentRun('test-failure');
    setTimeout(() => process.exit(), GRACE_MS).unref();
  }
}
