import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/outcome.ts';
import type { Phase, Progress } from '../../src/domain/steps.ts';
import type { Carried, JobProgress, Preview } from '../../src/peer-api.ts';
import handshake from '../data/gomcp-handshake-request.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import { openNode, type TestNode, taken } from '../stories/support/open-node.ts';

const COUNT = 9000;
const JOB = { jobId: 'one' };

/** A payload that is not read in one step. */
const large = (() => {
  const payload = JSON.parse(threatActors);
  const facts = Array.from({ length: COUNT }, (_, index) => ({
    id: `large-${index}`,
    content: `${index} ${'A bridge, a road, a river. '.repeat(6)}`,
    level: 1,
    is_gene: false,
    source: 'test',
    created_at: '2026-01-01T00:00:00Z',
  }));
  return JSON.stringify({ ...payload, facts });
})();

let node: TestNode;
beforeAll(async () => {
  node = await openNode('alice');
  await node.bringIn(handshake);
});
afterAll(() => node.close());

/** How much is stored, the lines of the journal among it. */
const counts = async (of = node) => ({ ...of.snapshot.counts, journal: await of.journalLength() });

/** What is told while `work` runs. */
async function watched(work: () => Promise<unknown>): Promise<readonly JobProgress[]> {
  const told: JobProgress[] = [];
  node.watched = (progress) => told.push(progress);
  await work();
  return told;
}

/** Stops the job as soon as it is in that phase. */
function stopIn(phase: Phase, unit: Progress['unit'] = 'rows'): void {
  node.watched = (progress) => {
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
  ])('is stopped while %s %s, and nothing is changed', async ([phase, unit]) => {
    const before = await counts();
    stopIn(phase, unit);
    expect(await node.api.read(large, JOB)).toEqual({ kind: 'nothing', why: 'stopped' });
    await node.api.wake();
    expect(await counts()).toEqual(before);
  });

  test('is stopped while writing: the memory is as before, and the same preview can be accepted again', async () => {
    node.watched = () => undefined;
    const before = await counts();
    const preview = taken<Preview>(await node.api.read(large, JOB));
    stopIn('writing');
    const outcome = outcomeOf(await node.api.accept(preview.id, JOB));
    expect(outcome).toEqual({ kind: 'nothing', why: 'stopped' });
    await node.api.wake();
    expect(await counts()).toEqual(before);
    const tab = await node.secondTab();
    expect(await counts(tab)).toEqual(before);
    await tab.close();

    const told = await watched(async () => {
      const again = await node.api.accept(preview.id, JOB);
      expect(outcomeOf(again)).toMatchObject({ kind: 'done', counts: { facts: COUNT } });
    });
    expect(phasesOf(told)).toContain('writing rows');
    expect((await counts()).facts).toBe(before.facts + COUNT);
  });

  test('tells every phase under its name, each from its beginning to its end', async () => {
    const told = await watched(() => node.api.read(large, JOB));
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
      const done = told.filter(({ phase, unit }) => `${phase} ${unit}` === name);
      expect(done.map((one) => one.done)).toEqual(done.map((one) => one.done).toSorted((a, b) => a - b));
      expect(done.every((one) => one.done <= one.total)).toBe(true);
    }
  });

  test('taking out is stopped too, and can be asked for again', async () => {
    const { peerId } = node.peer('sentinel-mcp');
    stopIn('writing');
    expect(await node.api.takeOut(peerId, 'everything', JOB)).toEqual({ kind: 'nothing', why: 'stopped' });
    node.watched = () => undefined;
    expect(taken<Carried>(await node.api.takeOut(peerId, 'everything', JOB)).factCount).toBe(COUNT + 5);
  });

  test('a delta answer is stopped before it is written down, and given when it is asked for again', async () => {
    const { from_peer_id, genome_hash } = JSON.parse(threatActors);
    const request = { from_peer_id, genome_hash, since: '2020-01-01T00:00:00Z', max_batch: 5000 };
    node.watched = () => undefined;
    const preview = taken<Preview>(await node.api.read(JSON.stringify(request)));
    const before = await counts();
    stopIn('writing');
    expect(outcomeOf(await node.api.accept(preview.id, JOB))).toEqual({ kind: 'nothing', why: 'stopped' });
    expect(await counts()).toEqual(before);
    node.watched = () => undefined;
    // They were all made in one instant, which no page is cut in.
    const accepted = await node.api.accept(preview.id, JOB);
    expect(accepted.kind === 'accepted' && accepted.reply.factCount).toBe(COUNT);
    expect((await counts()).journal).toBe(before.journal + 1);
  });

  test('is stopped while another tab writes, and is not begun when that one has ended', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>();
    const other = navigator.locks.request(`${node.name}/write`, () => {
      hold();
      return held;
    });
    const before = await counts();
    const preview = taken<Preview>(await node.api.read(threatActors));
    await isHeld;
    const accepting = node.api.accept(preview.id, JOB);
    // Until it waits for its turn, there is nothing to be called off.
    await expect.poll(async () => (await navigator.locks.query()).pending?.length).toBeGreaterThan(0);
    await node.api.stop(JOB.jobId);
    expect(outcomeOf(await accepting)).toEqual({ kind: 'nothing', why: 'stopped' });
    release();
    await other;
    await node.api.wake();
    expect(await counts()).toEqual(before);
  });

  test('what is asked for while a drop is written is answered as it is stored', async () => {
    const preview = taken<Preview>(await node.api.read(large.replaceAll('large-', 'more-')));
    const before = await counts();
    const asked: Promise<unknown>[] = [];
    node.watched = ({ phase }) => {
      if (phase !== 'writing' || asked.length > 0) return;
      asked.push(node.api.facts({ search: '' }, { offset: 0, limit: 1 }), node.api.conflicts({ offset: 0, limit: 1 }));
      void node.api.stop(JOB.jobId);
    };
    await node.api.accept(preview.id, JOB);
    expect(await Promise.all(asked)).toMatchObject([{ total: before.facts }, { total: before.conflicts }]);
  });

  test('a name that nothing runs under stops nothing', async () => {
    await node.api.stop(JOB.jobId);
    expect(taken<Preview>(await node.api.read(threatActors, JOB)).act).toBe('take-in');
  });
});
