/**
 * Tells a test that gets nowhere from one that takes long. What counts is whether anything moves, not how long it takes:
 * on a slow or busy machine things move slowly, but they move.
 */

/** Changes by 1 or more from one beat to the next while the test gets on. Settles as soon as whatever works is free to answer. */
export type Progress = () => Promise<number>;

/** CPU time for a beat of one who only waits: an idle app and the tools around it use a hundredth of a core. */
export const IDLE_SECONDS = 0.05;

/** Numbers of beats. A beat is a second, or longer where the test's own thread is busy. */
export const MOST_BEATS = {
  /** In a row, all answered, without a movement. No test waits for a clock so long. */
  quiet: 30,
  /** For one answer: a thread that has no turn for so long is in a loop without an end. */
  unanswered: 300,
  /** Altogether, however much moves: ten times what the slowest test takes on one core. */
  all: 600,
} as const;

/** Settles with what is wrong, when something is; until then it goes on for as long as `beat` does. */
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
