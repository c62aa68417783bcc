import type { Unknown } from './fact.ts';
import type { Millis, WireTime } from './time.ts';

/** A security incident as it is carried. Unknown status and severity words are kept as they are. */
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

/** An incident with its identity (DESIGN 4.1: (origin, id), origin = source_peer_id) and where we have it from. */
export interface StoredIncident {
  readonly key: string;
  readonly incident: Incident;
  readonly seq: number;
  readonly from: {
    readonly peerId: string | null;
    readonly dropId: string | null;
    readonly at: Millis;
  };
}

/** One text for (origin, id): a pair of JSON strings can not be confused with another pair. */
export function incidentKey(incident: Incident): string {
  return JSON.stringify([incident.sourcePeerId, incident.id]);
}

export function sameIncident(a: Incident, b: Incident): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
