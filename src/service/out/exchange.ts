/**
 * The record of an exchange with one peer: what it confirmed to have of ours, and what we confirm to it
 * (PROTOCOL "Receipts").
 */
import type { SyncPayload } from '../../domain/document.ts';
import type { Fact } from '../../domain/fact.ts';
import { speaksForAll } from '../../domain/left-out.ts';
import type { Peer } from '../../domain/peer.ts';
import { type Millis, parseTime, type WireTime } from '../../domain/time.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord, Exchange } from '../../store/schema.ts';
import type { StartedStore } from '../node-context.ts';

/** Receipts in a payload. */
const MOST_RECEIPTS = 50;
/** Receipts in a payload that carries nothing else. It stays short enough for a chat. */
const MOST_RECEIPTS_ALONE = 5;

/**
 * Takes the receipts of a payload in: the drops that they name count as confirmed. Our next payload to this peer
 * carries a receipt for this drop, but not if a person left rows of it out (`isWhole` false): the peer would not offer
 * them again. A payload that carries nothing but receipts gets no receipt.
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
  const getsReceipt = isWhole && !isReceiptAlone(payload);
  const receipts = getsReceipt ? [...others, dropId].slice(-MOST_RECEIPTS) : exchange.receipts;
  const otherUntold = (exchange.untold ?? []).filter((id) => id !== dropId);
  const untold = getsReceipt ? [...otherUntold, dropId].slice(-MOST_RECEIPTS) : otherUntold;
  const toldAt = isEarlier(payload.syncedAt, exchange.toldAt) ? exchange.toldAt : payload.syncedAt;
  const confirmed = confirmedBy(exchange, receiptedDrops(store, peerId, payload));
  store.exchanges.put({ ...withIncidents(exchange, confirmed), receipts, untold, toldAt, ...confirmed });
}

/** The receipts for a peer for which there is nothing else: those that it did not get yet, or the last ones again. */
export function receiptsAlone({ receipts, untold = [] }: Exchange): readonly string[] {
  return (untold.length > 0 ? untold : receipts).slice(-MOST_RECEIPTS_ALONE);
}

/** Of drops that arrived at the peer, those by which more is known of what it has. */
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

/** Up to which sequence number the peer has everything, given that these drops arrived, and since when. */
export function confirmedBy(
  exchange: Exchange,
  arrived: readonly DropRecord[],
): Pick<Exchange, 'confirmedUpTo' | 'confirmedAt'> {
  const { confirmedUpTo, confirmedAt } = exchange;
  const known = { confirmedUpTo, ...(confirmedAt !== undefined && { confirmedAt }) };
  return newlyConfirming(exchange, arrived).reduce(
    (last, { upTo, at }) => (upTo >= last.confirmedUpTo ? { confirmedUpTo: upTo, confirmedAt: at } : last),
    known,
  );
}

/** If a later drop is confirmed, the peer has its incidents too, and so those that it did not take in before. */
function withIncidents(
  { incidentsUpTo, ...exchange }: Exchange,
  { confirmedUpTo }: Pick<Exchange, 'confirmedUpTo'>,
): Exchange {
  const isStillMissing = incidentsUpTo !== undefined && confirmedUpTo === exchange.confirmedUpTo;
  return isStillMissing ? { ...exchange, incidentsUpTo } : exchange;
}

/** Incidents with a higher sequence number are new for the peer. It may have a drop's facts and not its incidents. */
export function incidentsSince({ confirmedUpTo, incidentsUpTo }: Exchange): number {
  return Math.min(confirmedUpTo, incidentsUpTo ?? confirmedUpTo);
}

/** When the newest drop was carried out that this payload confirms for the first time. null: it confirms none. */
export function newlyConfirmed(store: NodeStore, peerId: string, payload: SyncPayload): Millis | null {
  const exchange = exchangeWith(store, peerId);
  const { confirmedUpTo, confirmedAt = null } = confirmedBy(exchange, receiptedDrops(store, peerId, payload));
  return confirmedUpTo > exchange.confirmedUpTo ? confirmedAt : null;
}

/** A payload that carries nothing but receipts. */
export function isReceiptAlone({ facts, incidents }: SyncPayload): boolean {
  return facts.length + incidents.length === 0;
}

/** By the sender's clock, so it is only shown. */
export function isEarlier(time: WireTime, than: WireTime | null): boolean {
  return than !== null && (parseTime(time) ?? 0n) < (parseTime(than) ?? 0n);
}

/** The drops to this peer that the payload has a receipt for. */
function receiptedDrops(store: NodeStore, peerId: string, { receipts }: SyncPayload): readonly DropRecord[] {
  return receipts.flatMap((id) => dropTo(store, peerId, id) ?? []);
}

function dropTo(store: NodeStore, peerId: string, dropId: string) {
  const drop = store.drops.get(dropId);
  return drop?.direction === 'out' && drop.peerId === peerId ? drop : undefined;
}

/**
 * Whether the payload shows that its sender has every fact of its backup: it holds them all, or has a receipt for the
 * drop that handed them back. `backupFacts`: the facts of the backup.
 */
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
  if (backupFacts.length !== backup.facts.count) return false; // They cannot be compared.
  const theirs = new Map(payload.facts.map((fact) => [fact.id, fact.content]));
  return backupFacts.every((fact) => theirs.get(fact.id) === fact.content);
}

/** What was exchanged with the peer so far. */
export function exchangeWith({ exchanges }: NodeStore, peerId: string): Exchange {
  return (
    exchanges.get(peerId) ?? { peerId, sentUpTo: 0, confirmedUpTo: 0, lastTakenOutAt: null, toldAt: null, receipts: [] }
  );
}

/** The drops that were carried out for the peer. */
export function dropsTo({ drops }: NodeStore, peerId: string): readonly DropRecord[] {
  return drops.all().filter((drop) => drop.direction === 'out' && drop.peerId === peerId);
}
