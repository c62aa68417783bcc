/** What a list of incidents asks for, and the rows that it shows. */
import { historyOf, type Incident, type Statement, type StoredIncident, standing, viewsOf } from './incident.ts';
import type { Millis, WireTime } from './time.ts';

export interface IncidentQuery {
  /** Case-insensitive part of title, description, rule, MITRE technique or id. */
  readonly search: string;
  readonly status?: string;
  readonly severity?: string;
  readonly killChainPhase?: string;
  /** One of its MITRE techniques. */
  readonly technique?: string;
}

export interface IncidentRow {
  readonly key: string;
  /** Another number after every change of the incident. */
  readonly seq: number;
  readonly incident: Incident;
  /** This node is the origin, so it can be changed here. */
  readonly own: boolean;
  /** The peer that made the statement that stands. null: it was typed here. */
  readonly fromPeerId: string | null;
  readonly at: Millis;
  /** What its origin said of it, in the order of the origin's clock. */
  readonly history: readonly Said[];
  /** What other nodes say differently. */
  readonly views: readonly Said[];
}

export interface Said {
  readonly peerId: string;
  readonly status: string;
  readonly severity: string;
  /** By the speaker's clock. */
  readonly statedAt: WireTime;
}

/** The words that occur in incidents, unknown ones included, in alphabetical order. */
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
