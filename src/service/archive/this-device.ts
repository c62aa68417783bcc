/** What only this device knows: the last archive, and what a restore replaced. Forgetting everything on it. */
import type { Outcome } from '../../domain/outcome.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { ExportedFile } from '../../peer-api.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { LastArchive, Replaced } from '../../store/schema.ts';
import { clearWhole } from '../../store/whole-store.ts';
import type { ServiceContext } from '../node-context.ts';
import { fileName } from '../out/file-name.ts';

/** What was here before the last restore. null: it was let go, or nothing was restored. */
export function replacedBefore({ device }: NodeStore): Replaced | null {
  const record = device.get('replaced');
  return record?.id === 'replaced' ? record : null;
}

/** The last archive of this memory that a person saved or restored. null: there is none. */
export function lastArchiveOf({ device }: NodeStore): LastArchive | null {
  const record = device.get('last-archive');
  return record?.id === 'last-archive' ? record : null;
}

/** What was replaced, as a file that everybody can read. Its key is not in the file: it stays here for going back. */
export async function saveReplaced({ store }: ServiceContext): Promise<ExportedFile | Refusal> {
  const replaced = replacedBefore(store);
  if (!replaced) return refuse('archive-gone');
  const name = fileName(replaced.identity.nodeName, 'archive', new Date(replaced.at), 'jsonl.gz');
  return { kind: 'file', file: replaced.archive, fileName: name };
}

export async function letReplacedGo({ store }: ServiceContext): Promise<Outcome> {
  return store.transact({}, () => {
    if (!replacedBefore(store)) return { kind: 'nothing', why: 'unchanged' };
    store.device.delete('replaced');
    return { kind: 'done', what: 'replaced-let-go' };
  });
}

/** Deletes everything of this node on this device, its key too. */
export async function forgetEverything(context: ServiceContext): Promise<Outcome> {
  await context.store.exclusively(clearWhole, () => true);
  for (const open of [context.previews, context.readyDrops]) open.clear();
  context.waitingArchive = null;
  return { kind: 'done', what: 'everything-forgotten' };
}
