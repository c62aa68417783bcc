/** What of the incidents is shown, and how it is looked for. */
import { historyOf, type Incident, type Statement, type StoredIncident, standing, viewsOf } from './incident.ts';
import type { Millis, WireTime } from './time.ts';

export interface IncidentQuery {
  /** Case-insensitive part of title, description, rule, MITRE technique or id. */
  readonly search: string;
  readonly status?: string;
  readonly severity?: string;
  readonly killChainPhase?: string;
  /** One technique among those it maps to. */
  readonly technique?: string;
}

export interface IncidentRow {
  readonly key: string;
  /** Which state of it this is: another number after every change. */
  readonly seq: number;
  readonly incident: Incident;
  /** Is it this node's own, to be changed here? */
  readonly own: boolean;
  /** Who told us; null: typed here. */
  readonly fromPeerId: string | null;
  readonly at: Millis;
  /** What its origin said of it, in the order it was said. */
  readonly history: readonly Said[];
  /** What other nodes say of it instead. */
  readonly views: readonly Said[];
}

export interface Said {
  readonly peerId: string;
  readonly status: string;
  readonly severity: string;
  /** By the speaker's clock. */
  readonly statedAt: WireTime;
}

/** The words that occur, unknown ones included, in alphabetical order. */
export interface IncidentWords {
  readonly statuses: readonly string[];
  readonly severities: readonly string[];
  readonly killChainPhases: readonly string[];
  /** Of MITRE ATT&CK. */
  readonly techniques: readonly string[];
}

export function incidentRow(stored: StoredIncident, selfId: string): IncidentRow {
  const { incident, speaker, dropId, at } = standing(stored);
  const own = incident.sourcePeerId === selfId;
  const fromPeerId = dropId === null ? null : speaker;
  const history = historyOf(stored).map(said);
  return { key: stored.key, seq: stored.seq, incident, own, fromPeerId, at, history, views: viewsOf(stored).map(said) };
}

export function isWanted({ incident }: IncidentRow, query: IncidentQuery): boolean {
  if (query.status !== undefined && incident.status !== query.status) return false;
  if (query.severity !== undefined && incident.severity !== query.severity) return false;
  if (query.killChainPhase !== undefined && incident.killChainPhase !== query.killChainPhase) return false;
  const { title, description, correlationRule, mitreMapping, id } = incident;
  if (query.technique !== undefined && !mitreMapping.includes(query.technique)) return false;
  const text = [title, description, correlationRule, id, ...mitreMapping].join('\n').toLowerCase();
  return text.includes(query.search.trim().toLowerCase());
}

export function wordsOf(rows: readonly IncidentRow[]): IncidentWords {
  const distinct = (pick: (incident: Incident) => string | readonly string[]) =>
    [...new Set(rows.flatMap(({ incident }) => pick(incident)))].filter((word) => word !== '').sort();
  return {
    statuses: distinct(({ status }) => status),
    severities: distinct(({ severity }) => severity),
    killChainPhases: distinct(({ killChainPhase }) => killChainPhase),
    techniques: distinct(({ mitreMapping }) => mitreMapping),
  };
}

function said({ speaker, incident, statedAt }: Statement): Said {
  return { peerId: speaker, status: incident.status, severity: incident.severity, statedAt };
}
