/**
 * A GoMCP node has another peer id after every restart, and tells of all its incidents under that one (PROTOCOL
 * "Incidents"). An incident that is here under a former id of the node is the same incident: what comes in is read as a
 * word about that one. Nobody can prove to be the same node, so it is the word of another node.
 */
import { type Incident, incidentKey, type StoredIncident, sayingsOf } from '../../domain/incident.ts';
import type { Peer } from '../../domain/peer.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { parseTime } from '../../domain/time.ts';
import { Trust } from '../../domain/trust.ts';
import { maySpeakGomcp, type StartedStore } from '../node-context.ts';

/** The same incidents, those that are here under a former id of the sender with that id as their origin. */
export function underFormerIds(
  store: StartedStore,
  senderId: string,
  incidents: readonly Incident[],
): readonly Incident[] {
  const formerIds = incidents.length > 0 ? formerIdsOf(store, senderId) : [];
  if (formerIds.length === 0) return incidents;
  return incidents.map((incident) => {
    if (incident.sourcePeerId !== senderId || store.incidents.get(incidentKey(incident))) return incident;
    const formerId = formerIds.find((sourcePeerId) =>
      isOf(store.incidents.get(incidentKey({ id: incident.id, sourcePeerId })), incident),
    );
    return formerId === undefined ? incident : withOrigin(incident, formerId);
  });
}

/** Unsigned peers with the sender's name that the sender has taken the place of: expired, or met before it. */
function formerIdsOf(store: StartedStore, senderId: string): readonly string[] {
  const sender = store.registry.getPeer(senderId);
  if (isRefusal(sender) || !maySpeakGomcp(store, senderId)) return [];
  const metBefore = ({ genomeHash, handshakeAt }: Peer) =>
    genomeHash === sender.genomeHash && (handshakeAt ?? 0) < (sender.handshakeAt ?? 0);
  return store.registry
    .listPeers()
    .filter(({ peerId, nodeName }) => peerId !== senderId && nodeName === sender.nodeName)
    .filter(({ peerId }) => maySpeakGomcp(store, peerId))
    .filter((peer) => peer.trust === Trust.EXPIRED || metBefore(peer))
    .map(({ peerId }) => peerId);
}

function isOf(stored: StoredIncident | undefined, { title, createdAt }: Incident): boolean {
  const at = parseTime(createdAt);
  return (
    stored !== undefined &&
    sayingsOf(stored).some(({ incident }) => incident.title === title && parseTime(incident.createdAt) === at)
  );
}

/** A choice is remembered by the object that was shown, so it is the same object when the payload is sorted again. */
const renamed = new WeakMap<Incident, Incident>();

function withOrigin(incident: Incident, sourcePeerId: string): Incident {
  const before = renamed.get(incident);
  if (before?.sourcePeerId === sourcePeerId) return before;
  const same = { ...incident, sourcePeerId };
  renamed.set(incident, same);
  return same;
}
