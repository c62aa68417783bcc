/**
 * Security incidents as they are carried, and what was said of them. Identity is (origin, id) (DESIGN 4.1); everybody
 * who tells of an incident makes a statement, and all statements are kept. The origin's latest one stands; what
 * somebody else says otherwise is that node's view beside it.
 */
import { utf8Length } from './bytes.ts';
import type { Unknown } from './fact.ts';
import { LIMITS } from './limits.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Millis, parseTime, type WireTime } from './time.ts';

/** Unknown status and severity words are kept and shown as they are. */
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
 * What one node said of an incident, and when by its own clock: of one speaker's statements the one that it made last
 * counts.
 */
export interface Statement {
  readonly incident: Incident;
  readonly speaker: string;
  readonly statedAt: WireTime;
  /** null: typed here. */
  readonly dropId: string | null;
  readonly at: Millis;
}

export interface StoredIncident {
  readonly key: string;
  /** Local sequence number of the last change. */
  readonly seq: number;
  readonly statements: readonly Statement[];
  /**
   * Said the same as was said here before, so that it was no news; it is, where that is taken back or something else
   * was said in between.
   */
  readonly agreed?: readonly Statement[];
}

/** One text for (origin, id): a pair of JSON strings can not be confused with another pair. */
export function incidentKey(incident: Pick<Incident, 'sourcePeerId' | 'id'>): string {
  return JSON.stringify([incident.sourcePeerId, incident.id]);
}

export function sameIncident(a: Incident, b: Incident): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What stands: the origin's last statement; while the origin was not heard, the last of anybody. */
export function standing(stored: StoredIncident): Statement {
  const own = stored.statements.filter(isOrigin);
  return latest(own.length > 0 ? own : sayingsOf(stored));
}

/** The origin's statements in the order it made them, those that change nothing left out: the history of a status. */
export function historyOf({ statements }: StoredIncident): readonly Statement[] {
  const said = statements.filter(isOrigin).sort(byTime);
  return said.filter(
    (one, index) => index === 0 || !sameIncident((said[index - 1] as Statement).incident, one.incident),
  );
}

/** The last word of each node that is not the origin and says something else than what stands. */
export function viewsOf(stored: StoredIncident): readonly Statement[] {
  const shown = standing(stored);
  const speakers = new Set(stored.statements.map(({ speaker }) => speaker));
  return [...speakers]
    .filter((speaker) => speaker !== shown.incident.sourcePeerId && speaker !== shown.speaker)
    .map((speaker) => latest(stored.statements.filter((statement) => statement.speaker === speaker)))
    .filter(({ incident }) => !sameIncident(incident, shown.incident));
}

/**
 * Does this statement say anything that its speaker had not said by then? What was said earlier than what we have is
 * kept too: nothing is dropped for what a clock says.
 */
export function isNews(stored: StoredIncident, statement: Statement): boolean {
  if (!stored.statements.some((one) => isBySame(one, statement))) {
    return isOrigin(statement) || !sameIncident(standing(stored).incident, statement.incident);
  }
  const before = sayingsOf(stored).filter((one) => isBySame(one, statement) && byTime(one, statement) <= 0);
  return before.length === 0 || !sameIncident(latest(before).incident, statement.incident);
}

/** The incident with one statement more. */
export function withStatement(stored: StoredIncident | undefined, statement: Statement, seq: number): StoredIncident {
  const statements = [...(stored?.statements ?? []), statement];
  return settled({ ...stored, key: stored?.key ?? incidentKey(statement.incident), seq, statements });
}

/** The incident with a statement that is no news; the incident itself where it stands between two that say the same. */
export function withAgreement(stored: StoredIncident, statement: Statement): StoredIncident {
  const heard = settled({ ...stored, agreed: [...(stored.agreed ?? []), statement] });
  return heard.agreed?.includes(statement) ? heard : stored;
}

/** The incident without these statements, and what is news by that; null where nobody else spoke of it. */
export function withoutStatements(
  { agreed = [], ...stored }: StoredIncident,
  isGone: (statement: Statement) => boolean,
): StoredIncident | null {
  let left: StoredIncident = { ...stored, statements: stored.statements.filter((one) => !isGone(one)) };
  const still: Statement[] = [];
  for (const statement of agreed.filter((one) => !isGone(one))) {
    if (left.statements.length === 0 || isNews(left, statement)) left = withStatement(left, statement, left.seq);
    else still.push(statement);
  }
  return left.statements.length === 0 ? null : settled({ ...left, agreed: [...(left.agreed ?? []), ...still] });
}

/**
 * Each speaker's sayings in the order of its clock: what repeats its last statement is agreement, what says otherwise
 * is a statement, in whatever order they came. Of a run of the same words the first and the last are kept: they tell
 * what a word that comes late is between.
 */
function settled(stored: StoredIncident): StoredIncident {
  const statements = new Set(stored.statements);
  const agreed = new Set(stored.agreed);
  for (const speaker of new Set(sayingsOf(stored).map((one) => one.speaker))) {
    const said = sayingsOf(stored)
      .filter((one) => one.speaker === speaker)
      .sort(byTime);
    let stands: Statement | null = null;
    for (const [index, one] of said.entries()) {
      const repeats: boolean = stands !== null && sameIncident(stands.incident, one.incident);
      const isStatement: boolean = stands === null ? statements.has(one) : !repeats;
      const [before, after] = [said[index - 1], said[index + 1]];
      const isBetween = [before, after].every((other) => other && sameIncident(other.incident, one.incident));
      (isStatement ? agreed : statements).delete(one);
      if (isStatement) statements.add(one);
      else if (isBetween) agreed.delete(one);
      else agreed.add(one);
      if (isStatement) stands = one;
    }
  }
  const { agreed: _, ...rest } = stored;
  return { ...rest, statements: [...statements], ...(agreed.size > 0 && { agreed: [...agreed] }) };
}

function sayingsOf({ statements, agreed = [] }: StoredIncident): readonly Statement[] {
  return [...statements, ...agreed];
}

function isBySame(one: Statement, other: Statement): boolean {
  return one.speaker === other.speaker;
}

/** What a person types of an incident of this node. */
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

/** The first thing wrong with a draft, or null. */
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

/** By the speaker's clock; of two at one instant the text decides, so that every order of arrival ends the same. */
function byTime(a: Statement, b: Statement): number {
  const difference = (parseTime(a.statedAt) ?? 0n) - (parseTime(b.statedAt) ?? 0n);
  if (difference !== 0n) return difference < 0n ? -1 : 1;
  const [left, right] = [JSON.stringify(a.incident), JSON.stringify(b.incident)];
  return left < right ? -1 : left > right ? 1 : 0;
}
