/** Makes a document ready to be carried out: numbered, signed and written. Records that a person carried it out. */
import type { WireDocument } from '../../domain/document.ts';
import { aboutPeer } from '../../domain/journal.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { walkAtOnce } from '../../domain/steps.ts';
import type { Carried } from '../../peer-api.ts';
import { StoreError } from '../../store/database.ts';
import type { NodeStore } from '../../store/node-store.ts';
import { canonicalBytes, dropIdOf } from '../../wire/canonical.ts';
import { NO_ENVELOPE } from '../../wire/gomcp-tools.ts';
import { withNumber, withPublicKey, withSignature } from '../../wire/signature.ts';
import { toJson } from '../../wire/write-document.ts';
import { PLAIN, writeJson } from '../../wire/write-json.ts';
import { signWith } from '../identity.ts';
import type { Job } from '../job.ts';
import type { Handover, NodeContext } from '../node-context.ts';
import { exchangeWith } from './exchange.ts';
import { fileName } from './file-name.ts';

/** Above this size a clipboard may fail without a word (ARCHITECTURE "Platform facts"). */
const CLIPBOARD_BYTES = 256 * 1024;

/**
 * `number`: the number that the document has already. undefined: it gets the next one. `envelope`: what is written
 * around the document. The drop id is that of the document alone. Rejects with StoreError, and with Stopped.
 */
export async function makeReady(
  { store, environment, readyDrops }: NodeContext,
  document: WireDocument,
  { number: given, ...handover }: Handover & { readonly number?: number | undefined },
  job?: Job,
  envelope = NO_ENVELOPE,
): Promise<Carried> {
  const { identity } = store;
  const walk = job?.walk ?? walkAtOnce;
  const number = given ?? (await newNumber(store, job));
  const json = number === null ? toJson(document) : withNumber(toJson(document), number);
  const keyed = withPublicKey(json, identity.publicKey);
  const canonical = await canonicalBytes(keyed, walk);
  const signed = withSignature(keyed, await signWith(identity, canonical));
  const parts = [envelope.before];
  await walk(writeJson(signed, PLAIN, (text) => parts.push(envelope.inside(text))));
  parts.push(envelope.after);
  const plain = new Blob(parts, { type: 'application/json' });
  const isReadable = plain.size <= LIMITS.textBytes;
  // A text that is too large to be read is packed. Synapse reads it packed; for GoMCP a person unpacks it first.
  const file = isReadable
    ? plain
    : await new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  const at = new Date(environment.now());
  const carried: Carried = {
    kind: 'carried',
    documentKind: document.kind,
    dropId: await dropIdOf(canonical),
    text: plain.size <= CLIPBOARD_BYTES ? parts.join('') : null,
    file,
    fileName: fileName(identity.nodeName, envelope.fileKind ?? document.kind, at, isReadable ? 'json' : 'json.gz'),
    factCount: 'facts' in document ? document.facts.length : 0,
    incidentCount: 'incidents' in document ? document.incidents.length : 0,
    contents: null,
  };
  const { documentKind, factCount: facts, incidentCount: incidents } = carried;
  const receipts = 'receipts' in document ? document.receipts : [];
  const madeAt = document.kind === 'sync_payload' && { madeAt: document.syncedAt };
  readyDrops.set(carried.dropId, { ...handover, documentKind, counts: { facts, incidents }, receipts, ...madeAt });
  return carried;
}

/**
 * A number that no other document of this node has. It is stored before anything is signed with it: if something fails
 * after that, there is a gap, and never a number twice. null: the disk is full. That must not keep a person from taking
 * out, and a document without a number is valid.
 */
async function newNumber(store: NodeStore, job: Job | undefined): Promise<number | null> {
  try {
    return await store.transact({}, () => store.nextNumber(), job);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'store-full') return null;
    throw error;
  }
}

/** A person copied, shared or saved the document with this drop id. From now on it may arrive, and be confirmed. */
export async function carriedOut({ store, environment, readyDrops }: NodeContext, id: string): Promise<Outcome> {
  const ready = readyDrops.get(id);
  if (!ready) return { kind: 'nothing', why: 'unchanged' };
  const { documentKind, counts, peerId, receipts, ...meaning } = ready;
  return store.transact({}, () => {
    // It was copied, and then saved too.
    if (store.drops.get(id)?.direction === 'out') return { kind: 'nothing', why: 'unchanged' };
    const exchange = peerId === null ? null : exchangeWith(store, peerId);
    // Another tab has restored an archive since: the document was made of another memory.
    if ((meaning.upTo ?? 0) > store.counters.seq) return refuse('made-before', { found: id });
    // It confirms a drop that was undone since. The peer would not offer that drop's facts again.
    if (receipts.some((drop) => !store.drops.get(drop))) return refuse('receipt-undone', { found: id });
    const at = environment.now();
    store.drops.put({ dropId: id, direction: 'out', documentKind, peerId, at, ...meaning });
    if (exchange && documentKind === 'sync_payload') {
      const untold = (exchange.untold ?? []).filter((drop) => !receipts.includes(drop));
      const sentUpTo = Math.max(exchange.sentUpTo, meaning.upTo ?? 0);
      store.exchanges.put({ ...exchange, sentUpTo, lastTakenOutAt: at, untold });
    }
    const peer = peerId === null ? null : store.registry.getPeer(peerId);
    store.note({
      kind: 'drop-out',
      at,
      documentKind,
      dropId: id,
      ...(peer && !isRefusal(peer) && aboutPeer(peer)),
      counts,
    });
    return { kind: 'done', what: 'carried' };
  });
}
