import { expect, test } from 'vitest';
import { MOST_BEATS, stallOf } from './stall-of.ts';

/** What `answers` is asked for at each beat, none of which takes any time. */
async function stalled(answers: (beat: number) => number | Promise<number>) {
  let beats = 0;
  let asked = 0;
  const reason = await stallOf(
    async () => answers(asked++),
    async () => void beats++,
  );
  return { reason, asked, beats };
}

test('what stands still is ended', async () => {
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
] as const)('what moves %s', async ([, answers, asked]) => {
  expect(await stalled(answers)).toMatchObject({ asked });
});

test('what moves without an end is ended too', async () => {
  expect((await stalled((beat) => beat)).reason).toBe('Something still moves after 600 s, and the test has not ended.');
});

test('what does not answer is waited for long, and then ended', async () => {
  const { reason, beats } = await stalled(() => new Promise(() => undefined));
  expect(reason).toContain('Nothing has answered for 300 s');
  expect(beats).toBe(1 + MOST_BEATS.unanswered);
});

test('a late answer is waited for as if it came at once', async () => {
  const late = async (answer: number) => {
    for (let turns = 0; turns < 2 * MOST_BEATS.quiet; turns++) await null;
    return answer;
  };
  expect(await stalled((beat) => late(beat))).toMatchObject({ asked: MOST_BEATS.all });
});

test('what cannot be asked says why', async () => {
  await expect(stalled(() => Promise.reject(new Error('no browser')))).rejects.toThrow('no browser');
});
