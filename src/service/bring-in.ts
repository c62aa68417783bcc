/** Bringing in: whatever a person brings is read, recognised, held against the rules and shown; nothing is written before it is accepted. */
import type { NodeDocument } from '../domain/document.ts';
import type { Outcome } from '../domain/outcome.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Accepted, BucketName, Preview, PreviewRows, Range } from '../peer-api.ts';
import { dropId } from '../wire/drop-id.ts';
import type { JsonObject } from '../wire/fields.ts';
import { readDocument } from '../wire/read-document.ts';
import { unpack } from '../wire/unpack.ts';
import { inspectGenome } from './genome.ts';
import { type Intake, withoutReply } from './intake.ts';
import type { NodeContext } from './node-context.ts';
import { inspectReply, inspectRequest, replyOfReport, requestOfStatus } from './pair.ts';
import { inspectBackup, ownBackup } from './recover.ts';
import { inspectPayload, payloadOfDelta } from './take-in.ts';
import { inspectDelta } from './take-out.ts';

/** A preview that nobody decided on is dropped when so many newer ones are open: each holds its whole payload. */
const MOST_OPEN = 3;
let lastPreview = 0;

export async function read(node: NodeContext, input: string | Blob): Promise<Preview | Refusal> {
  const text = await unpack(typeof input === 'string' ? new Blob([input]) : input);
  if (isRefusal(text)) return text;
  const reading = await readDocument(text);
  if (isRefusal(reading)) return reading;
  const intake = await inspect(node, reading.document, await dropId(carrier(reading.document, reading.json)));
  if (isRefusal(intake)) return intake;
  lastPreview++;
  node.previews.set(lastPreview, intake);
  const [oldest] = node.previews.keys();
  if (node.previews.size > MOST_OPEN && oldest !== undefined) node.previews.delete(oldest);
  return { kind: 'preview', id: lastPreview, ...intake.preview };
}

/** The Node screen's file input: a genome and nothing else. A node without genes takes it at once; any other change is shown first. */
export async function openGenome(node: NodeContext, file: Blob): Promise<Preview | Outcome> {
  const preview = await read(node, file);
  if (isRefusal(preview)) return preview;
  if (preview.documentKind !== 'genome_file') {
    node.previews.delete(preview.id);
    return refuse('not-a-genome', { found: preview.documentKind });
  }
  if (preview.act !== 'nothing' && node.store.genes.size > 0) return preview;
  return (await accept(node, preview.id)).outcome;
}

export async function accept({ previews }: NodeContext, id: number): Promise<Accepted> {
  const intake = previews.get(id);
  if (!intake) return withoutReply(refuse('preview-gone'));
  const accepted = await intake.accept();
  if (!isRefusal(accepted.outcome)) previews.delete(id);
  return accepted;
}

/** Leaves no trace but a line in the journal. */
export async function discard({ store, platform, previews }: NodeContext, id: number): Promise<Outcome> {
  const intake = previews.get(id);
  if (!intake) return { kind: 'nothing', why: 'unchanged' };
  previews.delete(id);
  const { documentKind, from, dropId: drop, act } = intake.preview;
  if (act === 'nothing') return { kind: 'nothing', why: 'unchanged' };
  return store.transact({}, () => {
    const about = from ? { peerId: from.peerId, nodeName: from.nodeName } : {};
    store.note({ kind: 'discarded', at: platform.now(), documentKind, dropId: drop, ...about });
    return { kind: 'done', what: 'discarded' };
  });
}

export async function previewRows(
  { previews }: NodeContext,
  id: number,
  bucket: BucketName,
  { offset, limit }: Range,
): Promise<PreviewRows | Refusal> {
  const rows = previews.get(id)?.rows;
  if (!rows) return refuse('preview-gone');
  const none = { kind: 'preview-rows', total: rows[bucket].length, facts: [], conflicts: [], refused: [] } as const;
  const end = offset + limit;
  if (bucket === 'conflicts') return { ...none, conflicts: rows.conflicts.slice(offset, end) };
  if (bucket === 'refused') return { ...none, refused: rows.refused.slice(offset, end) };
  return { ...none, facts: rows[bucket].slice(offset, end) };
}

function inspect(node: NodeContext, document: NodeDocument, id: string): Intake | Refusal | Promise<Intake | Refusal> {
  switch (document.kind) {
    case 'handshake_request':
      return inspectRequest(node, { document, dropId: id });
    case 'tool_peer_status':
      return inspectRequest(node, { document: requestOfStatus(document), dropId: id });
    case 'handshake_response':
      return inspectReply(node, { document, dropId: id });
    case 'tool_peer_handshake':
      if (document.remotePeerId !== node.store.registry?.selfId) {
        return refuse('reply-to-another', { place: '/remote_peer_id', found: document.remotePeerId });
      }
      return inspectReply(node, { document: replyOfReport(document), dropId: id });
    case 'sync_payload':
      return inspectPayload(node, { document, dropId: id });
    case 'delta_sync_response':
      return inspectPayload(node, { document: payloadOfDelta(document), dropId: id });
    case 'tool_force_resonance_handshake':
      if (document.payload) return inspectPayload(node, { document: document.payload, dropId: id });
      return refuse('hash-mismatch', {
        place: '/local_hash',
        found: document.localHash,
        wanted: node.store.genomeHash,
      });
    case 'delta_sync_request':
      return inspectDelta(node, { document, dropId: id });
    case 'gene_backup':
      return inspectBackup(node, { document, dropId: id });
    case 'tool_peer_backup': {
      const backup = ownBackup(node, document);
      return isRefusal(backup) ? backup : inspectBackup(node, { document: backup, dropId: id });
    }
    case 'genome_file':
      return inspectGenome(node, { document, dropId: id });
  }
}

/** A payload inside a tool's output is the same drop as the payload alone. */
function carrier(document: NodeDocument, json: JsonObject): JsonObject {
  const isWrapped = document.kind === 'tool_force_resonance_handshake' && document.payload !== null;
  return isWrapped ? (json.sync_payload as JsonObject) : json;
}
