import { expect, test } from 'vitest';
import { MOST_BEATS, stallOf } from './stall-of.ts';

/** Runs the watch with beats that take no time. `answers` gives the number for each beat. */
async function stalled(answers: (beat: number) => number | Promise<number>) {
  let beats = 0;
  let asked = 0;
  const reason = await stallOf(
    async () => answers(asked++),
    async () => void beats++,
  );
  return { reason, asked, beats };
}

test('a test that stands still is ended', async () => {
  expect(await stalled(() => 7)).toMatchObject({
    reason: 'Nothing has moved for 30 s.',
    asked: 1 + MOST_BEATS.quiet,
  });
});

test.for([
  ['by less than 1, stands still', (beat: number) => beat * 0.9, 1 + MOST_BEATS.quiet],
  ['by 1, goes on', (beat: number) => beat, MOST_BEATS.all],
  ['back, as a page does that counts anew, goes on', (beat: number) => -beat, MOST_BEATS.all],
  ['now and then, goes on', (beat: number) => Math.floor(beat / MOST_BEATS.quiet), MOST_BEATS.all],
] as const)('a number that moves %s', async ([, answers, asked]) => {
  expect(await stalled(answers)).toMatchObject({ asked });
});

test('a test that moves without end is ended too', async () => {
  expect((await stalled((beat) => beat)).reason).toBe('Something still moves after 600 s, and the test has not ended.');
});

test('a thread that does not answer is ended after a long wait', async () => {
  const { reason, beats } = await stalled(() => new Promise(() => undefined));
  expect(reason).toContain('Nothing has answered for 300 s');
  expect(beats).toBe(1 + MOST_BEATS.unanswered);
});

test('a late answer counts like one that comes at once', async () => {
  const late = async (answer: number) => {
    for (let turns = 0; turns < 2 * MOST_BEATS.quiet; turns++) await null;
    return answer;
  };
  expect(await stalled((beat) => late(beat))).toMatchObject({ asked: MOST_BEATS.all });
});

test('a question that fails says why', async () => {
  await expect(stalled(() => Promise.reject(new Error('no browser')))).rejects.toThrow('no browser');
});
