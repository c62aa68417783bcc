import { describe, expect, test } from 'vitest';
import { asVersionOf, incidentEchoes, readEchoes } from '../../src/domain/echo.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { type Incident, incidentKey } from '../../src/domain/incident.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { aFact, anEdit, aStored, NOTHING_HERE } from './a-fact.ts';

const echo = (content: string, change: Partial<Fact> = {}) => aFact({ id: `of ${content}`, content, ...change });
const read = (echoes: readonly Fact[], here: readonly Fact[], contents: readonly string[] = []) =>
  atOnce(readEchoes(echoes, contents, here.map(aStored), NOTHING_HERE.hashOf));

describe('an echo in the words of', () => {
  test.for<[string, Fact, readonly Fact[], readonly string[]]>([
    ['a fact here', echo('A'), [aFact({ content: 'A' })], []],
    ['a fact here, with other labels', echo('A', { domain: 'x' }), [aFact({ content: 'A' })], []],
    ['a gene, or another row', echo('A'), [], ['A']],
    ['the first version of a fact here', echo('A'), [anEdit('C', 'A', 'B')], []],
    ['a version between', echo('B'), [anEdit('C', 'A', 'B')], []],
  ])('%s is known', ([, row, here, contents]) => {
    const { known, originals } = read([row], here, contents);
    expect([[...known], originals.size]).toEqual([[row], 0]);
  });

  test('another echo is known: GoMCP holds it twice', () => {
    const [first, second] = [echo('A'), echo('A', { id: 'again' })];
    expect([...read([first, second], []).known]).toEqual([second]);
  });
});

describe('an echo in other words comes from', () => {
  const here = [
    'The bridge is closed.',
    'The bridge is old.',
    'Port\n80 and 443',
    'Sensor 1 reads 20',
    'Sensor 2 reads 20',
  ];
  test.for<[echo: string, original: string | undefined]>([
    ['The bridge is closed until May.', 'The bridge is closed.'],
    ['The bridge is older.', 'The bridge is old.'],
    ['The bridge is', undefined],
    ['Port\nnone is open any more', 'Port\n80 and 443'],
    ['Port', 'Port\n80 and 443'],
    ['Sensor 2 reads 25', 'Sensor 2 reads 20'],
    ['Sensor 3 reads 20', undefined],
    ['Nothing like it', undefined],
  ])('%j: %j', ([content, original]) => {
    const facts = here.map((one) => aFact({ id: one, content: one }));
    const { known, originals } = read([echo(content)], facts);
    expect([known.size, [...originals.values()][0]?.fact.content]).toEqual([0, original]);
  });

  test('a fact of the same level, domain and module', () => {
    for (const change of [{ level: 0 }, { domain: 'x' }, { module: 'x' }]) {
      expect(
        read([echo('The bridge is old!')], [aFact({ content: 'The bridge is old.', ...change })]).originals.size,
      ).toBe(0);
    }
  });

  test('no fact, if it says that it is a gene', () => {
    expect(read([echo('The bridge is old!', { isGene: true })], [aFact({ content: 'The bridge is old.' })])).toEqual({
      known: new Set(),
      originals: new Map(),
    });
  });

  test('a fact whose version it then is: with its id, author and time, and without a proof', () => {
    const ours = anEdit('B', 'A');
    expect(asVersionOf(aStored(ours), echo('C', { source: 'peer_sync:us' }))).toEqual(aFact({ content: 'C' }));
  });
});

describe('an incident', () => {
  const incident: Incident = {
    id: 'INC-1',
    status: 'OPEN',
    severity: 'HIGH',
    title: 'Leak',
    description: '',
    eventCount: 1,
    correlationRule: '',
    killChainPhase: '',
    mitreMapping: [],
    createdAt: '2026-11-23T12:00:00.000Z',
    sourcePeerId: 'us',
  };
  const statement = { incident, speaker: 'us', statedAt: incident.createdAt, dropId: null, at: 0 };
  const isEcho = incidentEchoes('us', () => [{ key: incidentKey(incident), seq: 1, statements: [statement] }]);

  test.for<[string, Partial<Incident>, boolean]>([
    ['with our mark and its id', { title: '[P2P:us] Leak' }, true],
    ['with our mark, its id and another title', { title: '[P2P:us] Flood' }, true],
    [
      'with our mark, its title and time',
      { id: 'x', title: '[P2P:us] Leak', createdAt: '2026-11-23T13:00:00+01:00' },
      true,
    ],
    ['that went there twice', { id: 'x', title: '[P2P:us] [P2P:us] Leak' }, true],
    ['with our mark and another time', { id: 'x', title: '[P2P:us] Leak', createdAt: '2026-11-23T12:00:01Z' }, false],
    ['with the mark of another node', { title: '[P2P:bob] Leak' }, false],
    ['without a mark', {}, false],
    ['with our mark inside', { title: 'Re: [P2P:us] Leak' }, false],
  ])('%s: %s', ([, change, expected]) => {
    expect(isEcho({ ...incident, sourcePeerId: 'gomcp', ...change })).toBe(expected);
  });
});
