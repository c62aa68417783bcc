/** Which domains do not go to a peer: by a person's hand, remembered for that peer, kept to by everything that leaves for it. */
import { authorOf, type Fact, isCarried, type StoredFact } from '../../domain/fact.ts';
import { aboutPeer } from '../../domain/journal.ts';
import { isLeftOut, leftOut, putBack } from '../../domain/left-out.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { shownName } from '../../domain/peer.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord } from '../../store/schema.ts';
import type { NodeContext } from '../node-context.ts';
import { exchangeWith } from './exchange.ts';

/** `stays`: the domain is left out from now on; false: it goes again. */
export async function leaveOut(
  { store, platform }: NodeContext,
  peerId: string,
  domain: string,
  stays: boolean,
): Promise<Outcome> {
  return store.transact({}, (): Outcome => {
    const peer = store.registry.getPeer(peerId);
    if (isRefusal(peer)) return peer;
    const exchange = exchangeWith(store, peerId);
    if (isLeftOut(exchange, domain) === stays) return { kind: 'nothing', why: 'unchanged', peer: shownName(peer) };
    const { confirmedAt: _, ...rest } = exchange;
    store.exchanges.put({ ...rest, ...(stays ? leftOut : putBack)(exchange, domain) });
    const kind = stays ? 'domain-left-out' : 'domain-put-back';
    store.note({ kind, at: platform.now(), ...aboutPeer(peer), subject: domain });
    return { kind: 'done', what: 'setting-changed', peer: shownName(peer) };
  });
}

/** The domains that do not go to this peer, in the order they were left out. */
export function leftOutFor(store: NodeStore, peerId: string): ReadonlySet<string> {
  return new Set(exchangeWith(store, peerId).leftOut?.map(({ domain }) => domain));
}

/** What is new for this peer lies past that change; and whether a fact is: of a domain that is left out, whether it would be if that went. */
export function newsFor(store: NodeStore, peerId: string) {
  const { confirmedUpTo, leftOut: out = [] } = exchangeWith(store, peerId);
  const knownOf = new Map(out.map(({ domain, since }) => [domain, Math.min(since, confirmedUpTo)]));
  return {
    past: Math.min(confirmedUpTo, ...knownOf.values()),
    isNew: (stored: StoredFact): boolean => {
      const known = isCarried(stored) ? knownOf.get(stored.fact.domain) : undefined;
      return stored.seq > (known ?? confirmedUpTo) && authorOf(stored) !== peerId;
    },
  };
}

/** Of what could be handed to this peer, what a person lets go to it: genes always do. */
export function goesTo(store: NodeStore, peerId: string): (fact: Fact) => boolean {
  const stays = leftOutFor(store, peerId);
  return (fact) => fact.isGene || !stays.has(fact.domain);
}

/** What the ledger is to remember of a drop that is made for this peer now. */
export function madeWithout(store: NodeStore, peerId: string): Pick<DropRecord, 'without'> {
  const without = [...leftOutFor(store, peerId)];
  return without.length > 0 ? { without } : {};
}
