/**
 * Security incidents, and what nodes say of them (PROTOCOL "Incidents"). The identity of an incident is its origin and
 * its id. Every node that tells of it makes a statement. The last statement of the origin stands. What another node
 * says differently is a view beside it.
 */
import { utf8Length } from './bytes.ts';
import type { Unknown } from './fact.ts';
import { LIMITS } from './limits.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Millis, parseTime, type WireTime } from './time.ts';

/** Words for status and severity that we do not know are stored and shown as they are. */
export interface Incident {
  readonly id: string;
  readonly status: string;
  readonly severity: string;
  readonly title: string;
  readonly description: string;
  readonly eventCount: number;
  readonly correlationRule: string;
  readonly killChainPhase: string;
  readonly mitreMapping: readonly string[];
  readonly createdAt: WireTime;
  readonly sourcePeerId: string;
  readonly unknown?: Unknown;
}

/**
 * What one node said of an incident, and when by its own clock. Of one speaker, the statement with the latest time
 * counts.
 */
export interface Statement {
  readonly incident: Incident;
  readonly speaker: string;
  /** By the speaker's clock. */
  readonly statedAt: WireTime;
  /** The drop that brought it. null: it was typed here. */
  readonly dropId: string | null;
  /** When it came here, by this node's clock. */
  readonly at: Millis;
}

export interface StoredIncident {
  readonly key: string;
  /** Local sequence number of the last change. */
  readonly seq: number;
  readonly statements: readonly Statement[];
  /**
   * Statements that repeated what was known. They become news if the statement before them is undone or contradicted.
   */
  readonly agreed?: readonly Statement[];
}

/** The identity as one text. Two different pairs never give the same text. */
export function incidentKey(incident: Pick<Incident, 'sourcePeerId' | 'id'>): string {
  return JSON.stringify([incident.sourcePeerId, incident.id]);
}

/** Whether two incidents say the same in every field, as JSON text. */
export function sameIncident(a: Incident, b: Incident): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The statement that stands: the last one of the origin. If the origin was not heard, the last one of anybody. */
export function standing(stored: StoredIncident): Statement {
  const own = stored.statements.filter(isOrigin);
  return latest(own.length > 0 ? own : sayingsOf(stored));
}

/** What the origin said, in the order of its clock, without statements that repeat the one before. */
export function historyOf({ statements }: StoredIncident): readonly Statement[] {
  const said = statements.filter(isOrigin).sort(byTime);
  return said.filter(
    (one, index) => index === 0 || !sameIncident((said[index - 1] as Statement).incident, one.incident),
  );
}

/** The last statement of each node that is not the origin and says something else than what stands. */
export function viewsOf(stored: StoredIncident): readonly Statement[] {
  const shown = standing(stored);
  const speakers = new Set(stored.statements.map(({ speaker }) => speaker));
  return [...speakers]
    .filter((speaker) => speaker !== shown.incident.sourcePeerId && speaker !== shown.speaker)
    .map((speaker) => latest(stored.statements.filter((statement) => statement.speaker === speaker)))
    .filter(({ incident }) => !sameIncident(incident, shown.incident));
}

/**
 * Whether the statement says something that its speaker had not said by that time. If the speaker is heard for the
 * first time: whether it is the origin, or says something else than what stands. A statement from before the ones that
 * we have can be news as well.
 */
export function isNews(stored: StoredIncident, statement: Statement): boolean {
  if (!stored.statements.some((one) => isBySame(one, statement))) {
    return isOrigin(statement) || !sameIncident(standing(stored).incident, statement.incident);
  }
  const before = sayingsOf(stored).filter((one) => isBySame(one, statement) && byTime(one, statement) <= 0);
  return before.length === 0 || !sameIncident(latest(before).incident, statement.incident);
}

/** The incident with one more statement, which is news. */
export function withStatement(stored: StoredIncident | undefined, statement: Statement, seq: number): StoredIncident {
  const statements = [...(stored?.statements ?? []), statement];
  return settled({ ...stored, key: stored?.key ?? incidentKey(statement.incident), seq, statements });
}

/** The incident with one more statement, which is no news. The same object if it adds nothing. */
export function withAgreement(stored: StoredIncident, statement: Statement): StoredIncident {
  const heard = settled({ ...stored, agreed: [...(stored.agreed ?? []), statement] });
  return heard.agreed?.includes(statement) ? heard : stored;
}

/**
 * The incident without the statements for which `isGone` is true. A repetition of one of them becomes a statement.
 * null: no statement is left, so the incident goes.
 */
export function withoutStatements(
  { agreed = [], ...stored }: StoredIncident,
  isGone: (statement: Statement) => boolean,
): StoredIncident | null {
  let rest: StoredIncident = { ...stored, statements: stored.statements.filter((one) => !isGone(one)) };
  const repeats: Statement[] = [];
  for (const statement of agreed.filter((one) => !isGone(one))) {
    if (rest.statements.length === 0 || isNews(rest, statement)) rest = withStatement(rest, statement, rest.seq);
    else repeats.push(statement);
  }
  return rest.statements.length === 0 ? null : settled({ ...rest, agreed: [...(rest.agreed ?? []), ...repeats] });
}

/**
 * Sorts what each speaker said, by its clock, into `statements` and `agreed`. What differs from the words before it is
 * a statement. What repeats them is agreement. Of three or more equal words in a row only the first and the last stay:
 * they are enough to see that a word that comes late lies between them. So every order of arrival ends the same.
 *
 * Example: Alice says OPEN at 1, 2 and 3. OPEN at 1 is a statement, OPEN at 3 is agreement, OPEN at 2 is dropped. Now
 * her RESOLVED of 2 arrives late. All three are statements: open, resolved, open again. If the drop that brought
 * RESOLVED is undone, OPEN at 3 is agreement again.
 *
 * The first word of a speaker stays what it is: another node may begin by agreeing with the origin.
 */
function settled(stored: StoredIncident): StoredIncident {
  const statements = new Set(stored.statements);
  const agreed = new Set(stored.agreed);
  for (const speaker of new Set(sayingsOf(stored).map((saying) => saying.speaker))) {
    const sayings = sayingsOf(stored)
      .filter((saying) => saying.speaker === speaker)
      .sort(byTime);
    let last: Statement | null = null;
    for (const [index, saying] of sayings.entries()) {
      const repeats: boolean = last !== null && sameIncident(last.incident, saying.incident);
      const isStatement: boolean = last === null ? statements.has(saying) : !repeats;
      const neighbours = [sayings[index - 1], sayings[index + 1]];
      const isBetween = neighbours.every((other) => other && sameIncident(other.incident, saying.incident));
      (isStatement ? agreed : statements).delete(saying);
      if (isStatement) statements.add(saying);
      else if (isBetween) agreed.delete(saying);
      else agreed.add(saying);
      if (isStatement) last = saying;
    }
  }
  const { agreed: _, ...rest } = stored;
  return { ...rest, statements: [...statements], ...(agreed.size > 0 && { agreed: [...agreed] }) };
}

/** Everything that was said of it: statements, and what repeated them. */
export function sayingsOf({ statements, agreed = [] }: StoredIncident): readonly Statement[] {
  return [...statements, ...agreed];
}

function isBySame(one: Statement, other: Statement): boolean {
  return one.speaker === other.speaker;
}

/** What a person types about an incident of this node. */
export interface IncidentDraft {
  readonly title: string;
  readonly description: string;
  readonly status: string;
  readonly severity: string;
  readonly killChainPhase: string;
  readonly correlationRule: string;
  readonly mitreMapping: readonly string[];
  readonly eventCount: number;
}

/** The first thing that is wrong with a draft, or null. */
export function checkIncident(draft: IncidentDraft): Refusal | null {
  if (draft.title.trim() === '') return refuse('empty-content', { place: '/title' });
  for (const field of ['title', 'status', 'severity', 'killChainPhase', 'correlationRule'] as const) {
    const { length } = draft[field];
    if (length > LIMITS.word)
      return refuse('too-long', { place: `/${field}`, found: `${length}`, wanted: `${LIMITS.word}` });
  }
  const bytes = utf8Length(draft.description);
  if (bytes > LIMITS.contentBytes)
    return refuse('too-long', { place: '/description', found: `${bytes}`, wanted: `${LIMITS.contentBytes}` });
  const techniques = draft.mitreMapping.length;
  if (techniques > LIMITS.mitreTechniques)
    return refuse('too-many', { place: '/mitre_mapping', found: `${techniques}`, wanted: `${LIMITS.mitreTechniques}` });
  const longest = Math.max(0, ...draft.mitreMapping.map(({ length }) => length));
  if (longest > LIMITS.word)
    return refuse('too-long', { place: '/mitre_mapping', found: `${longest}`, wanted: `${LIMITS.word}` });
  if (!Number.isSafeInteger(draft.eventCount) || draft.eventCount < 0) {
    return refuse('bad-number', { place: '/event_count', found: `${draft.eventCount}` });
  }
  return null;
}

function isOrigin({ speaker, incident }: Statement): boolean {
  return speaker === incident.sourcePeerId;
}

function latest(statements: readonly Statement[]): Statement {
  return statements.reduce((last, statement) => (byTime(last, statement) < 0 ? statement : last));
}

/**
 * By the speaker's clock. If two times are equal, the JSON texts decide, so that every order of arrival ends the same.
 */
function byTime(a: Statement, b: Statement): number {
  const difference = (parseTime(a.statedAt) ?? 0n) - (parseTime(b.statedAt) ?? 0n);
  if (difference !== 0n) return difference < 0n ? -1 : 1;
  const [left, right] = [JSON.stringify(a.incident), JSON.stringify(b.incident)];
  return left < right ? -1 : left > right ? 1 : 0;
}
