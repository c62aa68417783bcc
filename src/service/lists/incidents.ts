/** Incidents that a person looks at, adds and changes. Those of other nodes come and change with their payloads. */
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

/** Its origin is this node; it travels in sync payloads as any other. */
export async function addIncident({ store, environment }: NodeContext, draft: IncidentDraft): Promise<Outcome> {
  const wrong = checkIncident(draft);
  if (wrong) return wrong;
  const number = hex(environment.randomBytes(5)).toUpperCase();
  return store.transact({}, () => {
    const at = environment.now();
    const id = `INC-${new Date(at).getUTCFullYear()}-${number}`;
    const sourcePeerId = store.registry.selfId;
    state(store, { ...fieldsOf(draft), id, createdAt: wireTime(at), sourcePeerId }, at);
    store.note({ kind: 'incident-added', at, subject: id });
    return { kind: 'done', what: 'incident-added' };
  });
}

export async function changeIncident(
  { store, environment }: NodeContext,
  key: string,
  draft: IncidentDraft,
  seen?: number,
): Promise<Outcome> {
  const wrong = checkIncident(draft);
  if (wrong) return wrong;
  return store.transact({}, (): Outcome => {
    const stored = store.incidents.get(key);
    if (!stored) return refuse('incident-not-found', { found: key });
    const { incident } = standing(stored);
    if (incident.sourcePeerId !== store.registry.selfId) return refuse('incident-not-ours', { found: incident.id });
    if (seen !== undefined && seen !== stored.seq) return refuse('changed-meanwhile', { found: incident.id });
    const changed = { ...incident, ...fieldsOf(draft) };
    if (sameIncident(incident, changed)) return { kind: 'nothing', why: 'unchanged' };
    const at = environment.now();
    state(store, changed, at);
    store.note({ kind: 'incident-changed', at, subject: incident.id });
    return { kind: 'done', what: 'incident-changed' };
  });
}

/** Our own word on our own incident. */
function state(store: NodeStore, incident: Incident, at: Millis): void {
  const stored = store.incidents.get(incidentKey(incident));
  // A clock that was set back must not put our new word before our old one.
  const said = [...(stored?.statements ?? []), ...(stored?.agreed ?? [])];
  const own = said.filter(({ speaker }) => speaker === incident.sourcePeerId);
  const saidAt = own.reduce((after, statement) => Math.max(after, statement.at + 1), at);
  const statement = { incident, speaker: incident.sourcePeerId, statedAt: wireTime(saidAt), dropId: null, at: saidAt };
  store.incidents.put(withStatement(stored, statement, store.nextSeq()));
}

/** Copied field by field: what comes from the page holds nothing else. */
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
