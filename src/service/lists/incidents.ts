/** Incidents that a person looks for, adds and changes. Incidents of other nodes change only by what is brought in. */
import { hex } from '../../domain/bytes.ts';
import {
  checkIncident,
  type Incident,
  type IncidentDraft,
  incidentKey,
  sameIncident,
  standing,
  withStatement,
} from '../../domain/incident.ts';
import { type IncidentQuery, type IncidentRow, incidentRow, isWanted, wordsOf } from '../../domain/incident-list.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Millis, wireTime } from '../../domain/time.ts';
import type { IncidentRows, Range } from '../../peer-api.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { NodeContext } from '../node-context.ts';

export async function listIncidents({ store }: NodeContext, query: IncidentQuery, range: Range): Promise<IncidentRows> {
  const { selfId } = store.registry;
  const all: readonly IncidentRow[] = [...store.incidents.all()]
    .sort((a, b) => b.seq - a.seq)
    .map((stored) => incidentRow(stored, selfId));
  const found = all.filter((row) => isWanted(row, query));
  const rows = found.slice(range.offset, range.offset + range.limit);
  return { kind: 'rows', total: found.length, rows, words: wordsOf(all) };
}

/** Adds an incident of this node. It goes to peers in sync payloads, like any other incident. */
export async function addIncident({ store, environment }: NodeContext, draft: IncidentDraft): Promise<Outcome> {
  const wrong = checkIncident(draft);
  if (wrong) return wrong;
  const number = hex(environment.randomBytes(5)).toUpperCase();
  return store.transact({}, () => {
    const at = environment.now();
    const id = `INC-${new Date(at).getUTCFullYear()}-${number}`;
    const sourcePeerId = store.registry.selfId;
    makeStatement(store, { ...fieldsOf(draft), id, createdAt: wireTime(at), sourcePeerId }, at);
    store.note({ kind: 'incident-added', at, subject: id });
    return { kind: 'done', what: 'incident-added' };
  });
}

/** `seenSeq`: the sequence number of the incident when the person began to edit it. */
export async function changeIncident(
  { store, environment }: NodeContext,
  key: string,
  draft: IncidentDraft,
  seenSeq?: number,
): Promise<Outcome> {
  const wrong = checkIncident(draft);
  if (wrong) return wrong;
  return store.transact({}, (): Outcome => {
    const stored = store.incidents.get(key);
    if (!stored) return refuse('incident-not-found', { found: key });
    const { incident } = standing(stored);
    if (incident.sourcePeerId !== store.registry.selfId) return refuse('incident-not-ours', { found: incident.id });
    if (seenSeq !== undefined && seenSeq !== stored.seq) return refuse('changed-meanwhile', { found: incident.id });
    const changed = { ...incident, ...fieldsOf(draft) };
    if (sameIncident(incident, changed)) return { kind: 'nothing', why: 'unchanged' };
    const at = environment.now();
    makeStatement(store, changed, at);
    store.note({ kind: 'incident-changed', at, subject: incident.id });
    return { kind: 'done', what: 'incident-changed' };
  });
}

/** Makes a statement of this node on its own incident. */
function makeStatement(store: NodeStore, incident: Incident, at: Millis): void {
  const stored = store.incidents.get(incidentKey(incident));
  // If the clock was set back, the new statement still has to come after the old ones.
  const said = [...(stored?.statements ?? []), ...(stored?.agreed ?? [])];
  const own = said.filter(({ speaker }) => speaker === incident.sourcePeerId);
  const saidAt = own.reduce((after, statement) => Math.max(after, statement.at + 1), at);
  const statement = { incident, speaker: incident.sourcePeerId, statedAt: wireTime(saidAt), dropId: null, at: saidAt };
  store.incidents.put(withStatement(stored, statement, store.nextSeq()));
}

/** A copy with these fields and no others: the draft comes from the page. */
function fieldsOf(draft: IncidentDraft): IncidentDraft {
  const { title, description, status, severity, killChainPhase, correlationRule, mitreMapping, eventCount } = draft;
  return {
    status,
    severity,
    title,
    description,
    eventCount,
    correlationRule,
    killChainPhase,
    mitreMapping: [...mitreMapping],
  };
}
