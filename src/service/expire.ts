/**
 * Peers that are silent for too long. They expire and get a backup (ARCHITECTURE "Gene backups"). Those without a
 * backup that are silent for longer than the person chose are forgotten. A deadline is stored data: every act asks for
 * it first, and nothing depends on a timer (ARCHITECTURE "Time and deadlines").
 */
import { hex } from '../domain/bytes.ts';
import type { Fact } from '../domain/fact.ts';
import { aboutPeer } from '../domain/journal.ts';
import { isRefusal } from '../domain/refusal.ts';
import { trustName } from '../domain/trust.ts';
import type { FactPages } from '../store/fact-pages.ts';
import type { BackupFactsRecord } from '../store/schema.ts';
import type { Preload } from '../store/transaction.ts';
import type { NodeContext, StartedStore } from './node-context.ts';
import { everythingCarried } from './out/take-out.ts';

export async function expireSilent({ store, environment }: NodeContext): Promise<void> {
  const at = environment.now();
  const silent = () => store.registry.silentPeers(at);
  if (silent().length > 0) {
    const keptId = hex(environment.randomBytes(12));
    const preload: Preload = {
      pages: (pages: FactPages) => (silent().length > 0 ? pages.numbers : []),
      backupFacts: () => silent().flatMap(({ peerId }) => store.registry.getBackup(peerId)?.facts.keptId ?? []),
    };
    await store.transact(preload, ({ pages, backupFacts }) => {
      if (silent().length === 0) return; // Another tab was first.
      const facts = everythingCarried(store, pages);
      const oldKeptIds = new Map(
        silent().map(({ peerId }) => [peerId, store.registry.getBackup(peerId)?.facts.keptId]),
      );
      const backups = store.registry.checkTimeouts({ keptId, count: facts.length }, at);
      store.putBackupFacts({ keptId, facts });
      for (const { peerId } of backups) {
        addLostFacts(store, peerId, { keptId, facts }, backupFacts.get(oldKeptIds.get(peerId) ?? '') ?? []);
        const peer = store.registry.getPeer(peerId);
        if (isRefusal(peer)) continue;
        store.note({ kind: 'peer-expired', at, ...aboutPeer(peer), trust: trustName(peer.trust) });
        const count = store.registry.getBackup(peerId)?.facts.count ?? 0;
        store.note({ kind: 'backup-kept', at, ...aboutPeer(peer), counts: { facts: count } });
      }
    });
  }
  const forgettable = () => {
    const after = store.settings.forgetAfter;
    return after === null ? [] : store.registry.forgettable(environment.now() - after);
  };
  if (forgettable().length === 0) return;
  await store.transact({}, () => {
    const at = environment.now();
    for (const peer of forgettable()) store.note({ kind: 'peer-forgotten', at, ...aboutPeer(peer) });
    store.forgetPeers(store.settings.forgetAfter ?? Number.POSITIVE_INFINITY, at);
  });
}

/**
 * The peer's backup from before was never handed over. If it holds facts that are gone here by now, the new one gets
 * them too. `old`: the facts of the backup from before.
 */
function addLostFacts(store: StartedStore, peerId: string, fresh: BackupFactsRecord, old: readonly Fact[]): void {
  const here = new Set(fresh.facts.map((fact) => fact.id));
  const lost = old.filter((fact) => !here.has(fact.id));
  if (lost.length === 0) return;
  const facts = [...fresh.facts, ...lost];
  const keptId = `${fresh.keptId} ${peerId}`;
  store.putBackupFacts({ keptId, facts });
  store.registry.replaceBackupFacts(peerId, { keptId, count: facts.length });
}
