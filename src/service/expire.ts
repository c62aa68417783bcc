import { hex } from '../domain/genome.ts';
import { aboutPeer } from '../domain/journal.ts';
import { isRefusal } from '../domain/refusal.ts';
import { trustName } from '../domain/trust.ts';
import type { NodeContext } from './node-context.ts';
import { everythingCarried } from './take-out.ts';

/**
 * Expires peers that are past their deadline and keeps what we know for them; forgets those that were silent for longer than the person wants.
 * A deadline is stored data: asked at every act, so that nothing depends on a timer having fired (DESIGN 3).
 */
export async function expireSilent({ store, platform }: NodeContext): Promise<void> {
  const isDue = () => (store.registry?.nextDeadline() ?? Number.POSITIVE_INFINITY) <= platform.now();
  if (isDue()) {
    const keptId = hex(platform.randomBytes(12));
    await store.transact({ pages: (facts) => (isDue() ? facts.numbers : []) }, ({ pages }) => {
      if (!isDue()) return; // Another tab was first.
      const at = platform.now();
      const facts = everythingCarried(store, pages);
      const backups = store.registry?.checkTimeouts({ keptId, count: facts.length }, at) ?? [];
      store.keep({ keptId, facts });
      for (const { peerId } of backups) {
        const peer = store.registry?.getPeer(peerId);
        if (!peer || isRefusal(peer)) continue;
        store.note({ kind: 'peer-expired', at, ...aboutPeer(peer), trust: trustName(peer.trust) });
        store.note({ kind: 'backup-kept', at, ...aboutPeer(peer), counts: { facts: facts.length } });
      }
    });
  }
  const forgettable = () => {
    const after = store.settings?.forgetAfter ?? null;
    return after === null ? [] : (store.registry?.forgettable(platform.now() - after) ?? []);
  };
  if (forgettable().length === 0) return;
  await store.transact({}, () => {
    const at = platform.now();
    for (const peer of forgettable()) store.note({ kind: 'peer-forgotten', at, ...aboutPeer(peer) });
    store.forgetPeers(store.settings?.forgetAfter ?? Number.POSITIVE_INFINITY, at);
  });
}
