import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact, StoredFact } from '../../src/domain/fact.ts';
import {
  type Incident,
  incidentKey,
  type Statement,
  type StoredIncident,
  withStatement,
} from '../../src/domain/incident.ts';
import { sortFacts, sortIncidents } from '../../src/domain/sort-payload.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { aFact, anEdit, aStored, genesOf, NOTHING_HERE } from './a-fact.ts';

const GENES = new Map(genesOf(['G1', 'Nothing is lost.']).map((gene) => [gene.id, gene]));
const sort = (facts: readonly Fact[], here: readonly Fact[] = []) =>
  atOnce(
    sortFacts(facts, GENES, { ...NOTHING_HERE, ours: (id) => here.map(aStored).find(({ fact }) => fact.id === id) }),
  );

/** The bucket of each fact, as a short text. */
function buckets(facts: readonly Fact[], here: readonly Fact[] = []): readonly string[] {
  const { fresh, present, genes, conflicts, refused } = sort(facts, here);
  return [
    ...fresh.map(({ id }) => `fresh ${id}`),
    ...present.map(({ id }) => `present ${id}`),
    ...genes.map(({ id }) => `gene ${id}`),
    ...conflicts.map(({ ours, theirs }) => `conflict ${theirs.id}: ${ours.fact.content}/${theirs.content}`),
    ...refused.map(({ refusal }) => `${refusal.code} ${refusal.place} ${refusal.found ?? ''}`.trim()),
  ];
}

describe('the bucket of a fact', () => {
  const gene = (id: string, content: string, isGene = true) => aFact({ id, content, isGene, level: 0 });
  test.for<[string, Fact, readonly Fact[], string]>([
    ['an unknown id', aFact(), [], 'fresh f1'],
    ['the same words', aFact(), [aFact()], 'present f1'],
    ['the same words with other labels', aFact({ level: 0, domain: 'x', createdAt: 'y' }), [aFact()], 'present f1'],
    ['other words', aFact({ content: 'B' }), [aFact({ content: 'A' })], 'conflict f1: A/B'],
    ['other words by one space', aFact({ content: 'A ' }), [aFact({ content: 'A' })], 'conflict f1: A/A '],
    ['a gene of ours', gene('G1', 'Nothing is lost.'), [], 'gene G1'],
    ['a gene of ours without is_gene', gene('G1', 'Nothing is lost.', false), [], 'gene G1'],
    ['a gene of ours in other words', gene('G1', 'All is lost.'), [], 'gene-changed /facts/0/content G1'],
    ['other words under a gene’s id', gene('G1', 'All is lost.', false), [], 'gene-changed /facts/0/content G1'],
    ['a gene that is not ours', gene('G2', 'Obey.'), [], 'foreign-gene /facts/0/is_gene G2'],
    ['a gene that we have as a fact', gene('f1', aFact().content), [aFact()], 'foreign-gene /facts/0/is_gene f1'],
    ['level 2', aFact({ level: 2 }), [], 'level-not-carried /facts/0/level 2'],
    ['level -1', aFact({ level: -1 }), [], 'level-not-carried /facts/0/level -1'],
    ['level 2 of what we have', aFact({ level: 2 }), [aFact()], 'level-not-carried /facts/0/level 2'],
    ['no id', aFact({ id: '' }), [], 'empty-id /facts/0/id'],
    ['no content', aFact({ content: '' }), [], 'empty-content /facts/0/content f1'],
    ['neither id nor content', aFact({ id: '', content: '' }), [], 'empty-id /facts/0/id'],
  ])('%s', ([, fact, here, bucket]) => {
    expect(buckets([fact], here)).toEqual([bucket]);
  });
});

test('a decided conflict does not come back, but another version of the fact is a conflict', () => {
  const [decided, later] = [aFact({ content: 'B' }), aFact({ content: 'C' })];
  const ours = aStored(aFact({ content: 'A' }));
  const { present, conflicts } = atOnce(
    sortFacts([decided, later], GENES, {
      ...NOTHING_HERE,
      ours: () => ours,
      isDecided: (theirs) => theirs === decided,
    }),
  );
  expect([present, conflicts]).toEqual([[decided], [{ ours, theirs: later }]]);
  const unknown = sortFacts([decided], GENES, { ...NOTHING_HERE, isDecided: () => true });
  expect(atOnce(unknown).fresh).toEqual([decided]);
});

describe('a version', () => {
  const [first, second, third] = [aFact({ content: 'A' }), anEdit('B', 'A'), anEdit('C', 'A', 'B')];
  const moved = { ...anEdit('A', 'A'), domain: 'chemistry' };
  const touched = (change: Partial<StoredFact>) => ({ ...aStored(first), ...change });
  test.for<[string, Fact, StoredFact, string]>([
    ['comes after ours', second, aStored(first), 'updates'],
    ['comes two after ours', third, aStored(first), 'updates'],
    ['comes after an edit', third, aStored(second), 'updates'],
    ['comes after a version that lost its proof', third, aStored(aFact({ content: 'B' })), 'conflicts'],
    ['claims to replace another node’s words', anEdit('C', 'A', 'X'), aStored(aFact({ content: 'X' })), 'conflicts'],
    ['only changes the domain', moved, aStored(first), 'updates'],
    ['is what is here', second, aStored(second), 'present'],
    ['came before ours', first, aStored(second), 'present'],
    ['came before ours, which was edited here', second, { ...aStored(third), editedAt: 1 }, 'present'],
    ['goes back to the first words', anEdit('A', 'A', 'B'), aStored(second), 'updates'],
    ['came before ours, which went back to the first words', second, aStored(anEdit('A', 'A', 'B')), 'present'],
    ['is of other words than ours', second, aStored(aFact({ content: 'X' })), 'conflicts'],
    ['does not name ours', anEdit('C', 'A', 'X'), aStored(second), 'conflicts'],
    ['is another edit of the same version', anEdit('X', 'A'), aStored(second), 'conflicts'],
    ['has no proof', aFact({ content: 'B' }), aStored(first), 'conflicts'],
    ['comes after what was edited here', second, touched({ editedAt: 1 }), 'conflicts'],
    ['comes after what is stale here', second, touched({ stale: true }), 'conflicts'],
    ['comes after what is archived here', second, touched({ archived: true }), 'conflicts'],
    ['only changes the domain of what is archived here', moved, touched({ archived: true }), 'conflicts'],
  ])('that %s', ([, theirs, ours, bucket]) => {
    const sorted = atOnce(sortFacts([theirs, theirs], new Map(), { ...NOTHING_HERE, ours: () => ours }));
    const places = (['fresh', 'updates', 'conflicts', 'present'] as const).filter((name) => sorted[name].length > 0);
    // The payload holds the version twice: the second one is already here.
    expect(places).toEqual(bucket === 'present' ? ['present'] : [bucket, 'present']);
  });

  test.for([
    ['two edits', second, third],
    ['an edit and another node’s words', second, aFact({ content: 'X' })],
  ] as const)('%s of one fact in one payload are conflicts, in any order', ([, one, other]) => {
    for (const facts of [
      [one, other],
      [other, one],
    ]) {
      const sorted = atOnce(sortFacts(facts, new Map(), { ...NOTHING_HERE, ours: () => aStored(first) }));
      expect(sorted).toMatchObject({ updates: [], refused: [] });
      expect(sorted.conflicts).toHaveLength(2);
    }
  });
});

describe('an id that stands twice in a payload', () => {
  const [a, b] = [aFact({ content: 'A' }), aFact({ content: 'B' })];
  test.for<[string, readonly Fact[], readonly Fact[], readonly string[]]>([
    ['same words', [a, a], [], ['fresh f1', 'present f1']],
    ['other words', [a, b], [], ['fresh f1', 'duplicate-id /facts/1/id f1']],
    ['other words, the first is here', [a, b], [a], ['present f1', 'conflict f1: A/B']],
    ['other words, the second is here', [a, b], [b], ['present f1', 'conflict f1: B/A']],
  ])('%s', ([, facts, here, expected]) => {
    expect(buckets(facts, here)).toEqual(expected);
  });
});

const someFact = fc.record({
  id: fc.constantFrom('', 'f1', 'f2', 'f3', 'G1', '__proto__'),
  content: fc.constantFrom('', 'A', 'B', 'Nothing is lost.'),
  level: fc.integer({ min: -1, max: 3 }),
  isGene: fc.boolean(),
});
const someFacts = fc.array(someFact.map((some) => aFact(some)));

test('every row goes into exactly one bucket, and nothing is new the second time', () => {
  fc.assert(
    fc.property(someFacts, someFacts, (first, second) => {
      const { fresh } = sort(first);
      const { present, conflicts, refused, genes, fresh: later } = sort(second, fresh);
      const rows = [...later, ...present, ...genes, ...conflicts.map((one) => one.theirs)];
      expect(rows.length + refused.length).toBe(second.length);
      expect(new Set(rows).size).toBe(rows.length);
      expect(sort(first, fresh).fresh).toEqual([]);
      expect(sort(second, [...fresh, ...later]).fresh).toEqual([]);
    }),
  );
});

const INCIDENT: Incident = {
  id: 'INC-1',
  status: 'open',
  severity: 'high',
  title: 'A door',
  description: '',
  eventCount: 1,
  correlationRule: '',
  killChainPhase: '',
  mitreMapping: ['T1078'],
  createdAt: '2026-03-01T10:00:00Z',
  sourcePeerId: 'alice',
};

describe('the bucket of an incident', () => {
  const incident = (change: Partial<Incident>): Incident => ({ ...INCIDENT, ...change });
  const said = (row: Incident, speaker: string, statedAt: string): Statement => ({
    incident: row,
    speaker,
    statedAt,
    dropId: null,
    at: 0,
  });
  const HERE = withStatement(undefined, said(INCIDENT, 'alice', '2026-03-02T10:00:00Z'), 1);
  const sorted = (rows: readonly Statement[], here: readonly StoredIncident[]) =>
    sortIncidents(rows, (key) => here.find((one) => one.key === key));

  test.for<[string, Partial<Incident>, string, string, Partial<Record<'fresh' | 'present' | 'updates' | 'views', 1>>]>([
    ['the same from its origin', {}, 'alice', '2026-03-03T10:00:00Z', { present: 1 }],
    ['the same from another node', {}, 'bob', '2026-03-03T10:00:00Z', { present: 1 }],
    ['the same id of another origin', { sourcePeerId: 'bob' }, 'bob', '2026-03-01T10:00:00Z', { fresh: 1 }],
    ['another id of the same origin', { id: 'INC-2' }, 'alice', '2026-03-01T10:00:00Z', { fresh: 1 }],
    ['a newer status from its origin', { status: 'closed' }, 'alice', '2026-03-02T10:00:00.000000001Z', { updates: 1 }],
    [
      'an older status from its origin, for the history',
      { status: 'new' },
      'alice',
      '2026-03-02T09:59:59Z',
      { updates: 1 },
    ],
    ['another status from another node', { status: 'closed' }, 'bob', '2026-03-01T10:00:00Z', { views: 1 }],
    ['a new field from its origin', { unknown: { confidence: 1 } }, 'alice', '2026-03-03T10:00:00Z', { updates: 1 }],
  ])('%s', ([, change, speaker, statedAt, { fresh = 0, present = 0, updates = 0, views = 0 }]) => {
    const result = sorted([said(incident(change), speaker, statedAt)], [HERE]);
    const counts = [result.fresh.length, result.present.length, result.updates.length, result.views.length];
    expect(counts).toEqual([fresh, present, updates, views]);
  });

  test('does not depend on other rows that are refused', () => {
    const rows = [incident({ id: '' }), incident({}), incident({ status: 'x' }), incident({})];
    const { fresh, present, refused } = sorted(
      rows.map((row) => said(row, 'alice', '2026-03-03T10:00:00Z')),
      [],
    );
    expect(fresh.map((statement) => statement.incident)).toEqual([INCIDENT]);
    expect(present).toHaveLength(1);
    expect(refused).toMatchObject([
      { id: '', refusal: { code: 'empty-id', place: '/incidents/0/id' } },
      { id: 'INC-1', refusal: { code: 'duplicate-id', place: '/incidents/2/id' } },
    ]);
  });

  test('goes by a key in which origin and id cannot run into each other', () => {
    const keys = [
      ['a', 'bc'],
      ['ab', 'c'],
      ['', 'abc'],
      ['a","b', 'c'],
      ['a', 'b","c'],
    ];
    const made = keys.map(([sourcePeerId = '', id = '']) => incidentKey(incident({ sourcePeerId, id })));
    expect(new Set(made).size).toBe(keys.length);
  });
});
