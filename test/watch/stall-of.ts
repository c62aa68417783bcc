/**
 * Tells a test that stands still from a test that is slow. It asks whether anything moves, not how long the test takes:
 * on a slow or busy machine things move slowly, but they move.
 */

/**
 * A number that changes by 1 or more between two beats as long as the test moves. Resolves as soon as the thread that
 * does the work is free to answer.
 */
export type Progress = () => Promise<number>;

/** CPU time in one beat of a thread that only waits: an idle app and its tools use a hundredth of a core. */
export const IDLE_SECONDS = 0.05;

/** Numbers of beats. A beat is a second, or longer if the thread of the test is busy. */
export const MOST_BEATS = {
  /** Beats in a row that were answered and showed no movement. No test waits for a clock that long. */
  quiet: 30,
  /** Beats for one answer. A thread without a turn for that long is in an endless loop. */
  unanswered: 300,
  /** All beats of a test, however much moves: ten times what the slowest test takes on one core. */
  all: 600,
} as const;

/** Resolves with the reason if the test stands still. Goes on as long as `beat` does. */
export async function stallOf(progress: Progress, beat: () => Promise<void>): Promise<string> {
  let quiet = 0;
  let before = Number.NaN;
  for (let beats = 0; beats < MOST_BEATS.all; beats++) {
    await beat();
    const now = await answer(progress, beat);
    if (now === null) return `Nothing has answered for ${MOST_BEATS.unanswered} s: a loop without an end?`;
    quiet = Math.abs(now - before) < 1 ? quiet + 1 : 0;
    if (quiet === MOST_BEATS.quiet) return `Nothing has moved for ${quiet} s.`;
    before = now;
  }
  return `Something still moves after ${MOST_BEATS.all} s, and the test has not ended.`;
}

async function answer(progress: Progress, beat: () => Promise<void>): Promise<number | null> {
  let answered: number | null = null;
  const asking = progress().then((value) => {
    answered = value;
  });
  for (let beats = 0; answered === null && beats < MOST_BEATS.unanswered; beats++) await Promise.race([asking, beat()]);
  return answered;
}
