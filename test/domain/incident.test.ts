import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkIncident,
  historyOf,
  type Incident,
  isNews,
  type Statement,
  type StoredIncident,
  standing,
  viewsOf,
  withAgreement,
  withoutStatements,
  withStatement,
} from '../../src/domain/incident.ts';

const INCIDENT: Incident = {
  id: 'INC-1',
  status: 'OPEN',
  severity: 'HIGH',
  title: 'A door',
  description: '',
  eventCount: 1,
  correlationRule: '',
  killChainPhase: '',
  mitreMapping: [],
  createdAt: '2026-03-01T10:00:00Z',
  sourcePeerId: 'alice',
};

function says(speaker: string, status: string, minute: number): Statement {
  const statedAt = `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`;
  return { incident: { ...INCIDENT, status }, speaker, statedAt, dropId: `${speaker} ${minute}`, at: minute };
}

function heard(statements: readonly Statement[]): StoredIncident {
  const stored = statements.reduce<StoredIncident | undefined>(
    (before, statement) =>
      before && !isNews(before, statement) ? withAgreement(before, statement) : withStatement(before, statement, 1),
    undefined,
  );
  if (!stored) throw new Error('There was no statement');
  return stored;
}

describe('what stands, and what is a view', () => {
  test('the statement of the origin stands, whoever was heard first', () => {
    for (const order of [
      [says('bob', 'RESOLVED', 9), says('alice', 'OPEN', 1)],
      [says('alice', 'OPEN', 1), says('bob', 'RESOLVED', 9)],
    ]) {
      expect(standing(heard(order)).incident.status).toBe('OPEN');
      expect(viewsOf(heard(order)).map(({ speaker, incident }) => [speaker, incident.status])).toEqual([
        ['bob', 'RESOLVED'],
      ]);
    }
  });

  test('the last statement of anybody stands as long as the origin was not heard', () => {
    const stored = heard([says('bob', 'OPEN', 1), says('carol', 'RESOLVED', 2)]);
    expect(standing(stored).speaker).toBe('carol');
    expect(viewsOf(stored).map(({ speaker }) => speaker)).toEqual(['bob']);
  });

  test('the history is what the origin said, in the order of its clock', () => {
    const stored = heard([says('alice', 'RESOLVED', 5), says('alice', 'OPEN', 9), says('bob', 'X', 7)]);
    expect(historyOf(stored).map(({ incident }) => incident.status)).toEqual(['RESOLVED', 'OPEN']);
    expect(standing(stored).incident.status).toBe('OPEN');
  });

  test('a node that agrees with what stands has no view', () => {
    expect(viewsOf(heard([says('alice', 'OPEN', 1), says('bob', 'OPEN', 2)]))).toEqual([]);
  });
});

/** Each speaker says each thing once. */
test('every order of arrival ends with the same statement that stands and the same views', () => {
  const statement = fc.record({
    speaker: fc.constantFrom('alice', 'bob', 'carol'),
    minute: fc.integer({ min: 0, max: 59 }),
  });
  const several = fc.uniqueArray(statement, { minLength: 1, maxLength: 8, selector: ({ minute }) => minute });
  fc.assert(
    fc.property(
      several.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        const tell = (all: typeof rows) => heard(all.map(({ speaker, minute }) => says(speaker, `S${minute}`, minute)));
        const [one, other] = [tell(rows), tell(shuffled)];
        expect(standing(one).incident).toEqual(standing(other).incident);
        const views = (stored: StoredIncident) =>
          viewsOf(stored)
            .map(({ speaker, incident }) => `${speaker} ${incident.status}`)
            .sort();
        expect(views(one)).toEqual(views(other));
      },
    ),
  );
});

describe('statements that arrive late', () => {
  const said = fc.record({ status: fc.constantFrom('OPEN', 'RESOLVED'), minute: fc.nat(9) });
  const shuffled = (speaker: string) =>
    fc
      .array(said, { minLength: 1, maxLength: 9 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
      .map((both) => both.map((rows) => rows.map(({ status, minute }) => says(speaker, status, minute))));

  test('open, resolved, open again: it is open, also if the second statement arrives last', () => {
    const words = [says('alice', 'OPEN', 0), says('alice', 'OPEN', 2), says('alice', 'RESOLVED', 1)];
    expect(standing(heard(words)).incident.status).toBe('OPEN');
    expect(historyOf(heard(words)).map(({ incident }) => incident.status)).toEqual(['OPEN', 'RESOLVED', 'OPEN']);
  });

  test.for(['alice', 'bob'])(
    'every order of what %s says, with repetitions, ends with the same statement that stands',
    (speaker) => {
      fc.assert(
        fc.property(shuffled(speaker), ([rows = [], other = []]) => {
          const [one, two] = [heard(rows), heard(other)];
          expect(standing(one).incident).toEqual(standing(two).incident);
        }),
        { numRuns: 500 },
      );
    },
  );

  test('of equal statements in a row the first and the last stay', () => {
    const stored = heard([3, 1, 2, 7, 5, 6].map((minute) => says('alice', 'OPEN', minute)));
    const remaining = [...stored.statements, ...(stored.agreed ?? [])].map(({ at }) => at);
    expect(remaining.sort()).toEqual([1, 7]);
    expect(withoutStatements(stored, ({ at }) => at === 1)).toMatchObject({ statements: [{ at: 7 }] });
  });
});

test.for([
  [{ title: ' ' }, 'empty-content', '/title'],
  [{ title: 'x'.repeat(513) }, 'too-long', '/title'],
  [{ status: 'x'.repeat(513) }, 'too-long', '/status'],
  [{ eventCount: -1 }, 'bad-number', '/event_count'],
  [{ eventCount: 1.5 }, 'bad-number', '/event_count'],
  [{}, undefined, undefined],
] as const)('a draft with %o gives %s', ([change, code, place]) => {
  const refusal = checkIncident({ ...INCIDENT, ...change });
  expect([refusal?.code, refusal?.place]).toEqual([code, place]);
});
