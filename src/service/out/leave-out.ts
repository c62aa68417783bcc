/** Leaving a domain out for one peer, or putting it back. The rules that follow from it are in domain/left-out.ts. */
import { aboutPeer } from '../../domain/journal.ts';
import { isLeftOut, withDomainBack, withDomainLeftOut } from '../../domain/left-out.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { shownName } from '../../domain/peer.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { NodeContext } from '../node-context.ts';
import { exchangeWith } from './exchange.ts';

/** `stays` true: facts of the domain do not go to the peer from now on. false: they go again. */
export async function leaveOut(
  { store, environment }: NodeContext,
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
    store.exchanges.put({ ...rest, ...(stays ? withDomainLeftOut : withDomainBack)(exchange, domain) });
    const kind = stays ? 'domain-left-out' : 'domain-put-back';
    store.note({ kind, at: environment.now(), ...aboutPeer(peer), subject: domain });
    return { kind: 'done', what: 'setting-changed', peer: shownName(peer) };
  });
}
