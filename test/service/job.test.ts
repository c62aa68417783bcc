import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/answers.ts';
import type { Phase, Progress } from '../../src/domain/steps.ts';
import type { JobProgress } from '../../src/peer-api.ts';
import threatActors from '../data/threat-actors.json?raw';
import { openTrustingGomcp } from '../stories/support/gomcp.ts';
import { type TestNode, taken } from '../stories/support/open-node.ts';
import { wireFact } from '../stories/support/unsigned.ts';
import { eventually } from '../watch/eventually.ts';

const COUNT = 9000;
const JOB = { jobId: 'one' };

/** A payload that is too large to be read in one step. */
const large = (() => {
  const facts = Array.from({ length: COUNT }, (_, index) =>
    wireFact(`large-${index}`, `${index} ${'A bridge, a road, a river. '.repeat(6)}`),
  );
  return JSON.stringify({ ...JSON.parse(threatActors), facts });
})();

let node: TestNode;
beforeAll(async () => {
  node = await openTrustingGomcp();
});
afterAll(() => node.close());

/** How much is stored, with the length of the journal. */
const counts = async (of = node) => ({ ...of.snapshot.counts, journal: await of.journalLength() });

/** The progress that is told while `work` runs. */
async function progressOf(work: () => Promise<unknown>): Promise<readonly JobProgress[]> {
  const told: JobProgress[] = [];
  node.onProgress = (progress) => told.push(progress);
  await work();
  return told;
}

/** Stops the job as soon as it tells this phase and unit. */
function stopIn(phase: Phase, unit: Progress['unit'] = 'rows'): void {
  node.onProgress = (progress) => {
    if (progress.phase === phase && progress.unit === unit) void node.api.stop(JOB.jobId);
  };
}

const phasesOf = (told: readonly Progress[]) => [...new Set(told.map(({ phase, unit }) => `${phase} ${unit}`))];

describe('long work', () => {
  test.for<[Phase, Progress['unit']]>([
    ['reading', 'bytes'],
    ['reading', 'characters'],
    ['reading', 'rows'],
    ['verifying', 'rows'],
    ['comparing', 'rows'],
  ])('is stopped in the phase %s (%s), and nothing is changed', async ([phase, unit]) => {
    const before = await counts();
    stopIn(phase, unit);
    expect(await node.api.read(large, JOB)).toEqual({ kind: 'nothing', why: 'stopped' });
    await node.api.wake();
    expect(await counts()).toEqual(before);
  });

  test('is stopped while writing: memory is as before, and the same preview can be accepted again', async () => {
    node.onProgress = () => undefined;
    const before = await counts();
    const preview = await node.preview(large, JOB);
    stopIn('writing');
    const outcome = outcomeOf(await node.api.accept(preview.id, JOB));
    expect(outcome).toEqual({ kind: 'nothing', why: 'stopped' });
    await node.api.wake();
    expect(await counts()).toEqual(before);
    const tab = await node.secondTab();
    expect(await counts(tab)).toEqual(before);
    await tab.close();

    const told = await progressOf(async () => {
      const again = await node.api.accept(preview.id, JOB);
      expect(outcomeOf(again)).toMatchObject({ kind: 'done', counts: { facts: COUNT } });
    });
    expect(phasesOf(told)).toContain('writing rows');
    expect((await counts()).facts).toBe(before.facts + COUNT);
  });

  test('tells every phase with the job id, in rising numbers up to the total', async () => {
    const told = await progressOf(() => node.api.read(large, JOB));
    expect(phasesOf(told)).toEqual([
      'reading bytes',
      'reading characters',
      'reading rows',
      'verifying rows',
      'looking-up rows',
      'comparing rows',
    ]);
    expect(new Set(told.map(({ jobId }) => jobId))).toEqual(new Set([JOB.jobId]));
    for (const name of phasesOf(told)) {
      const steps = told.filter(({ phase, unit }) => `${phase} ${unit}` === name);
      expect(steps.map((one) => one.done)).toEqual(steps.map((one) => one.done).toSorted((a, b) => a - b));
      expect(steps.every((one) => one.done <= one.total)).toBe(true);
    }
  });

  test('taking out can be stopped, and asked for again', async () => {
    const { peerId } = node.peer('sentinel-mcp');
    stopIn('writing');
    expect(await node.api.takeOut(peerId, 'everything', JOB)).toEqual({ kind: 'nothing', why: 'stopped' });
    node.onProgress = () => undefined;
    expect(taken(await node.api.takeOut(peerId, 'everything', JOB)).factCount).toBe(COUNT + 5);
  });

  test('a delta answer can be stopped before it is recorded, and asked for again', async () => {
    const { from_peer_id, genome_hash } = JSON.parse(threatActors);
    const request = { from_peer_id, genome_hash, since: '2020-01-01T00:00:00Z', max_batch: 5000 };
    node.onProgress = () => undefined;
    const preview = await node.preview(JSON.stringify(request));
    const before = await counts();
    stopIn('writing');
    expect(outcomeOf(await node.api.accept(preview.id, JOB))).toEqual({ kind: 'nothing', why: 'stopped' });
    expect(await counts()).toEqual(before);
    node.onProgress = () => undefined;
    // All facts have the same time, and a page never ends between two facts of the same time.
    const accepted = await node.api.accept(preview.id, JOB);
    expect(accepted.kind === 'accepted' && accepted.reply.factCount).toBe(COUNT);
    expect((await counts()).journal).toBe(before.journal + 1);
  });

  test('is stopped while it waits for another tab, and does not begin when that tab is done', async () => {
    const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
    const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>();
    const otherTab = navigator.locks.request(`${node.name}/write`, () => {
      hold();
      return isReleased;
    });
    const before = await counts();
    const preview = await node.preview(threatActors);
    await isHeld;
    const accepting = node.api.accept(preview.id, JOB);
    // There is nothing to stop until the job waits for the lock.
    await eventually(async () => expect((await navigator.locks.query()).pending?.length).toBeGreaterThan(0));
    await node.api.stop(JOB.jobId);
    expect(outcomeOf(await accepting)).toEqual({ kind: 'nothing', why: 'stopped' });
    release();
    await otherTab;
    await node.api.wake();
    expect(await counts()).toEqual(before);
  });

  test('a list that is asked for while a drop is written shows only what is stored', async () => {
    const preview = await node.preview(large.replaceAll('large-', 'more-'));
    const before = await counts();
    const lists: Promise<unknown>[] = [];
    node.onProgress = ({ phase }) => {
      if (phase !== 'writing' || lists.length > 0) return;
      lists.push(node.api.facts({ search: '' }, { offset: 0, limit: 1 }), node.api.conflicts({ offset: 0, limit: 1 }));
      void node.api.stop(JOB.jobId);
    };
    await node.api.accept(preview.id, JOB);
    expect(await Promise.all(lists)).toMatchObject([{ total: before.facts }, { total: before.conflicts }]);
  });

  test('a job id that nothing runs under stops nothing', async () => {
    await node.api.stop(JOB.jobId);
    expect((await node.preview(threatActors, JOB)).act).toBe('take-in');
  });
});
