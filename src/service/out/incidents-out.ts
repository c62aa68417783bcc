/**
 * Which incidents go to a peer, and in which order. A GoMCP node never signs. It takes no change of an incident, and
 * stops at the first one that it has (PROTOCOL "What a payload holds").
 */
import { type StoredIncident, sayingsOf, standing } from '../../domain/incident.ts';
import type { Peer } from '../../domain/peer.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { parseTime } from '../../domain/time.ts';
import { maySpeakGomcp, type StartedStore } from '../node-context.ts';
import { dropsTo, exchangeWith, incidentsSince } from './exchange.ts';

export interface IncidentsOut {
  readonly leaving: readonly StoredIncident[];
  /** How many stay here, because a GoMCP node has them already. */
  readonly heldBack: number;
}

/** `isAll`: everything. Else only what changed since the peer confirmed, except by what the peer said itself. */
export function incidentsFor(store: StartedStore, peerId: string, isAll: boolean): IncidentsOut {
  const exchange = exchangeWith(store, peerId);
  const since = incidentsSince(exchange);
  const news = store.incidents
    .all()
    .filter((stored) => isAll || (stored.seq > since && standing(stored).speaker !== peerId));
  if (!maySpeakGomcp(store, peerId)) return { leaving: news, heldBack: 0 };
  const isGiven = givenTo(store, peerId);
  const foreign = news.filter((stored) => !sayingsOf(stored).some(({ speaker }) => speaker === peerId));
  // It has what it confirmed, and it cannot take a change of what it was given.
  const leaving = foreign.filter(
    (stored) => !isGiven(stored) || (stored.seq > since && stored.seq <= exchange.sentUpTo),
  );
  return { leaving, heldBack: foreign.length - leaving.length };
}

/** The incidents in the order in which they go. For a GoMCP node, those that it surely does not have come first. */
export function inOrderFor(
  store: StartedStore,
  { peerId, nodeName }: Peer,
  incidents: readonly StoredIncident[],
): readonly StoredIncident[] {
  if (!maySpeakGomcp(store, peerId)) return incidents;
  const isGiven = givenTo(store, peerId);
  const rank = (stored: StoredIncident) => (isGiven(stored) ? 2 : isOfNamesake(store, nodeName, stored) ? 1 : 0);
  return incidents
    .map((stored) => ({ stored, rank: rank(stored), first: firstAt(stored) }))
    .sort((a, b) => a.rank - b.rank || b.first - a.first || b.stored.seq - a.stored.seq)
    .map(({ stored }) => stored);
}

/**
 * Returns a function that says whether an incident was handed over to the peer, in any words. If it has changed since,
 * its first statement tells: what was here before the last payload was made went with that payload or an earlier one.
 */
function givenTo(store: StartedStore, peerId: string): (stored: StoredIncident) => boolean {
  const { sentUpTo } = exchangeWith(store, peerId);
  if (sentUpTo === 0) return () => false;
  let lastMade: number | undefined;
  return (stored) => {
    if (stored.seq <= sentUpTo) return true;
    lastMade ??= dropsTo(store, peerId)
      .filter(({ upTo }) => upTo !== undefined)
      .reduce((last, { madeAt = '' }) => Math.max(last, Number((parseTime(madeAt) ?? 0n) / 1_000_000n)), 0);
    const first = firstAt(stored);
    // In the millisecond of the payload, only a second statement shows that there was a first one.
    return first < lastMade || (first === lastMade && sayingsOf(stored).length > 1);
  };
}

/** When it first came here. */
function firstAt(stored: StoredIncident): number {
  return Math.min(...sayingsOf(stored).map(({ at }) => at));
}

/** Whether another peer of that name that never signed told of it: perhaps the same node before it was restarted. */
function isOfNamesake(store: StartedStore, nodeName: string, stored: StoredIncident): boolean {
  return sayingsOf(stored).some(({ speaker }) => {
    const other = store.registry.getPeer(speaker);
    return !isRefusal(other) && other.nodeName === nodeName && maySpeakGomcp(store, speaker);
  });
}
