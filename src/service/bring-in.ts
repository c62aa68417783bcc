/** Bringing in: whatever a person brings is read, recognised, held against the rules and shown; nothing is written before it is accepted. */
import type { NodeDocument } from '../domain/document.ts';
import type { Outcome } from '../domain/outcome.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Accepted, Preview, Several } from '../peer-api.ts';
import { dropId } from '../wire/drop-id.ts';
import type { JsonObject } from '../wire/fields.ts';
import { splitDocuments } from '../wire/find-json.ts';
import { readDocument } from '../wire/read-document.ts';
import { unpack } from '../wire/unpack.ts';
import { inspectGenome } from './genome.ts';
import { type Intake, withoutReply } from './intake.ts';
import type { Job } from './job.ts';
import type { NodeContext } from './node-context.ts';
import { inspectReply, inspectRequest, replyOfReport, requestOfStatus } from './pair.ts';
import { inspectBackup, ownBackup } from './recover.ts';
import { inspectPayload, payloadOfDelta } from './take-in.ts';
import { inspectDelta } from './take-out.ts';

/** A preview that nobody decided on is dropped when so many newer ones are open: each holds its whole payload. */
const MOST_OPEN = 3;
/** Documents in one text: a chat of a day, and no log. */
const MOST_TOGETHER = 100;
let lastPreview = 0;

export async function read(node: NodeContext, input: string | Blob, job: Job): Promise<Preview | Several | Refusal> {
  const text = await unpack(typeof input === 'string' ? new Blob([input]) : input, job.walk);
  if (isRefusal(text)) return text;
  const reading = await readDocument(text, job.walk);
  if (isRefusal(reading)) return reading.code === 'two-documents' ? ((await split(text, job)) ?? reading) : reading;
  const id = await dropId(carrier(reading.document, reading.json), job.walk);
  const intake = await inspect(node, reading.document, id, job);
  if (isRefusal(intake)) return intake;
  job.check();
  lastPreview++;
  node.previews.set(lastPreview, { intake, choices: new Map(), texts: new Map() });
  const [oldest] = node.previews.keys();
  if (node.previews.size > MOST_OPEN && oldest !== undefined) node.previews.delete(oldest);
  return { kind: 'preview', id: lastPreview, ...intake.preview };
}

/** A text that holds several documents: each of them. null where there are so many that it must be something else. */
async function split(text: string, job: Job): Promise<Several | null> {
  const documents = await job.walk(splitDocuments(text));
  if (documents.length > MOST_TOGETHER) return null;
  return { kind: 'several', documents: documents.map((document) => new Blob([document])) };
}

/** The Node screen's file input: a genome and nothing else. A node without genes takes it at once; any other change is shown first. */
export async function openGenome(node: NodeContext, file: Blob, job: Job): Promise<Preview | Outcome> {
  const preview = await read(node, file, job);
  if (isRefusal(preview)) return preview;
  if (preview.kind === 'several') return refuse('not-a-genome', { found: 'two-documents' });
  if (preview.documentKind !== 'genome_file') {
    node.previews.delete(preview.id);
    return refuse('not-a-genome', { found: preview.documentKind });
  }
  if (preview.act !== 'nothing' && node.store.genes.size > 0) return preview;
  return (await accept(node, preview.id, job)).outcome;
}

export async function accept({ previews }: NodeContext, id: number, job: Job): Promise<Accepted> {
  const open = previews.get(id);
  if (!open) return withoutReply(refuse('preview-gone'));
  const accepted = await open.intake.accept(open.choices, job);
  if (!isRefusal(accepted.outcome)) previews.delete(id);
  return accepted;
}

/** Leaves no trace but a line in the journal. */
export async function discard({ store, platform, previews }: NodeContext, id: number): Promise<Outcome> {
  const open = previews.get(id);
  if (!open) return { kind: 'nothing', why: 'unchanged' };
  previews.delete(id);
  const { documentKind, from, dropId: drop, act } = open.intake.preview;
  if (act === 'nothing') return { kind: 'nothing', why: 'unchanged' };
  return store.transact({}, () => {
    const about = from ? { peerId: from.peerId, nodeName: from.nodeName } : {};
    store.note({ kind: 'discarded', at: platform.now(), documentKind, dropId: drop, ...about });
    return { kind: 'done', what: 'discarded' };
  });
}

function inspect(
  node: NodeContext,
  document: NodeDocument,
  id: string,
  job: Job,
): Intake | Refusal | Promise<Intake | Refusal> {
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
      return inspectPayload(node, { document, dropId: id }, job);
    case 'delta_sync_response':
      return inspectPayload(node, { document: payloadOfDelta(document), dropId: id }, job);
    case 'tool_force_resonance_handshake':
      if (document.payload) return inspectPayload(node, { document: document.payload, dropId: id }, job);
      return refuse('hash-mismatch', {
        place: '/local_hash',
        found: document.localHash,
        wanted: node.store.genomeHash,
      });
    case 'delta_sync_request':
      return inspectDelta(node, { document, dropId: id });
    case 'gene_backup':
      return inspectBackup(node, { document, dropId: id }, job);
    case 'tool_peer_backup': {
      const backup = ownBackup(node, document);
      return isRefusal(backup) ? backup : inspectBackup(node, { document: backup, dropId: id }, job);
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
