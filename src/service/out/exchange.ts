/** What a payload tells of our exchange with its sender (DESIGN 5.5, 5.6): what it has of ours, what we have of it, and how fresh that is. */
import type { SyncPayload } from '../../domain/document.ts';
import type { Fact } from '../../domain/fact.ts';
import { speaksForAll } from '../../domain/left-out.ts';
import type { Peer } from '../../domain/peer.ts';
import { type Millis, parseTime, type WireTime } from '../../domain/time.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord, Exchange } from '../../store/schema.ts';
import type { StartedStore } from '../node-context.ts';

/** How many drop ids a payload confirms (DESIGN 5.5: "lately"). */
const MOST_RECEIPTS = 50;
/** And one that carries nothing else: it is to stay a few hundred characters. */
const MOST_RECEIPTS_ALONE = 5;

/**
 * What the sender says it has of ours counts as confirmed; what we have of its is confirmed with our next payload, but only where nothing of it was
 * left out (`isWhole`): what a receipt speaks for is not offered again. A receipt that came alone is not answered by another.
 */
export function takeReceipts(
  store: NodeStore,
  peerId: string,
  payload: SyncPayload,
  dropId: string,
  isWhole: boolean,
): void {
  const exchange = exchangeWith(store, peerId);
  const others = exchange.receipts.filter((id) => id !== dropId);
  const isAnswered = isWhole && !isReceiptAlone(payload);
  const receipts = isAnswered ? [...others, dropId].slice(-MOST_RECEIPTS) : exchange.receipts;
  const told = (exchange.untold ?? []).filter((id) => id !== dropId);
  const untold = isAnswered ? [...told, dropId].slice(-MOST_RECEIPTS) : told;
  const toldAt = isEarlier(payload.syncedAt, exchange.toldAt) ? exchange.toldAt : payload.syncedAt;
  const confirmed = confirmedBy(exchange, receiptedDrops(store, peerId, payload));
  store.exchanges.put({ ...withIncidents(exchange, confirmed), receipts, untold, toldAt, ...confirmed });
}

/** The receipts to carry where there is nothing else for this peer: what it was not told yet, or the last again. */
export function receiptsAlone({ receipts, untold = [] }: Exchange): readonly string[] {
  return (untold.length > 0 ? untold : receipts).slice(-MOST_RECEIPTS_ALONE);
}

/** Of these, the drops whose arrival says more of what the peer has than is known. */
export function newlyConfirming(
  exchange: Exchange,
  drops: readonly DropRecord[],
): readonly (DropRecord & { readonly upTo: number })[] {
  const { confirmedUpTo, confirmedAt } = exchange;
  return drops.flatMap((drop) => {
    const { upTo } = drop;
    const confirmsMore =
      upTo !== undefined && (upTo > confirmedUpTo || (upTo === confirmedUpTo && confirmedAt === undefined));
    return confirmsMore && speaksForAll(drop, exchange) ? { ...drop, upTo } : [];
  });
}

/** Up to where the peer is known to have everything, and when that was handed over. */
export function confirmedBy(
  exchange: Exchange,
  arrived: readonly DropRecord[],
): Pick<Exchange, 'confirmedUpTo' | 'confirmedAt'> {
  const { confirmedUpTo, confirmedAt } = exchange;
  const known = { confirmedUpTo, ...(confirmedAt !== undefined && { confirmedAt }) };
  return newlyConfirming(exchange, arrived).reduce(
    (most, { upTo, at }) => (upTo >= most.confirmedUpTo ? { confirmedUpTo: upTo, confirmedAt: at } : most),
    known,
  );
}

/** A drop that arrived whole brought its incidents too, those that were missing before among them. */
function withIncidents(
  { incidentsUpTo, ...exchange }: Exchange,
  { confirmedUpTo }: Pick<Exchange, 'confirmedUpTo'>,
): Exchange {
  const isStillMissing = incidentsUpTo !== undefined && confirmedUpTo === exchange.confirmedUpTo;
  return isStillMissing ? { ...exchange, incidentsUpTo } : exchange;
}

/** Incidents past this are new for the peer: it may have taken in the facts of a drop, and not its incidents. */
export function incidentsSince({ confirmedUpTo, incidentsUpTo }: Exchange): number {
  return Math.min(confirmedUpTo, incidentsUpTo ?? confirmedUpTo);
}

/** When that was handed over of which this payload says, as the first word of it, that it arrived; null: it says nothing new of that kind. */
export function newlyConfirmed(store: NodeStore, peerId: string, payload: SyncPayload): Millis | null {
  const exchange = exchangeWith(store, peerId);
  const { confirmedUpTo, confirmedAt = null } = confirmedBy(exchange, receiptedDrops(store, peerId, payload));
  return confirmedUpTo > exchange.confirmedUpTo ? confirmedAt : null;
}

/** A payload that carries nothing but receipts. */
export function isReceiptAlone({ facts, incidents }: SyncPayload): boolean {
  return facts.length + incidents.length === 0;
}

/** Shown, and nothing else: no clock decides what is taken in. */
export function isEarlier(time: WireTime, than: WireTime | null): boolean {
  return than !== null && (parseTime(time) ?? 0n) < (parseTime(than) ?? 0n);
}

/** What was handed over to its sender that this payload has a receipt for. */
function receiptedDrops(store: NodeStore, peerId: string, { receipts }: SyncPayload): readonly DropRecord[] {
  return receipts.flatMap((id) => dropTo(store, peerId, id) ?? []);
}

function dropTo(store: NodeStore, peerId: string, dropId: string) {
  const drop = store.drops.get(dropId);
  return drop?.direction === 'out' && drop.peerId === peerId ? drop : undefined;
}

/** Does this payload show that its sender has every fact kept for it: by holding them, or by a receipt for the drop that brought them back? */
export function hasBackupFacts(
  store: StartedStore,
  peer: Peer,
  payload: SyncPayload,
  backupFacts: readonly Fact[],
): boolean {
  const backup = store.registry.getBackup(peer.peerId);
  if (!backup) return false;
  const isReceived = (drop: DropRecord | undefined) => drop?.keptId === backup.facts.keptId;
  if (payload.receipts.some((id) => isReceived(dropTo(store, peer.peerId, id)))) return true;
  if (backupFacts.length !== backup.facts.count) return false; // What can not be compared is not known to have arrived.
  const theirs = new Map(payload.facts.map((fact) => [fact.id, fact.content]));
  return backupFacts.every((fact) => theirs.get(fact.id) === fact.content);
}

/** What was exchanged with a peer so far. */
export function exchangeWith({ exchanges }: NodeStore, peerId: string): Exchange {
  return (
    exchanges.get(peerId) ?? { peerId, sentUpTo: 0, confirmedUpTo: 0, lastTakenOutAt: null, toldAt: null, receipts: [] }
  );
}

/** What was taken out for this peer. */
export function dropsTo({ drops }: NodeStore, peerId: string): readonly DropRecord[] {
  return drops.all().filter((drop) => drop.direction === 'out' && drop.peerId === peerId);
}
