/**
 * Bringing in (ARCHITECTURE "The life of a drop"): a text or a file is read and recognised, and what it would do is
 * shown. Nothing is written before it is accepted.
 */

import { outcomeOf } from '../../domain/answers.ts';
import { claimedAuthor, readingOf } from '../../domain/author.ts';
import type { NodeDocument } from '../../domain/document.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Accepted, ArchivePreview, Preview, SealedArchive, Several } from '../../peer-api.ts';
import { canonicalBytes, dropIdOf } from '../../wire/canonical.ts';
import type { JsonObject } from '../../wire/fields.ts';
import { readDocument, splitText } from '../../wire/read-document.ts';
import { unpack } from '../../wire/unpack.ts';
import { archiveKind } from '../archive/archive-kind.ts';
import { inspectArchive } from '../archive/restore.ts';
import type { Drop, Intake } from '../intake.ts';
import type { Job } from '../job.ts';
import { isStarted, NO_NODE, type NodeContext, newPreviewId, type ServiceContext } from '../node-context.ts';
import { problemOf, readAuthor } from './authors.ts';
import { clashOf } from './cloned.ts';
import { inspectDelta, inspectPage } from './delta.ts';
import { inspectGenome } from './genome.ts';
import { inspectImport, inspectReport, requestOfStatus } from './gomcp-reports.ts';
import { inspectPayload } from './import-payload.ts';
import { inspectReply, inspectRequest } from './pair.ts';
import { inspectBackup, ownBackup } from './recover.ts';

/** Open previews. The oldest is closed if there is one more: each holds its whole payload. */
const MOST_OPEN = 3;
/** Documents in one text. */
const MOST_TOGETHER = 100;

/** Reads a document, a text with several documents, or an archive. Rejects with Stopped. */
export async function read(
  context: ServiceContext,
  input: string | Blob,
  job: Job,
): Promise<Preview | Several | ArchivePreview | SealedArchive | Refusal> {
  if ((await archiveKind(input)) !== null) {
    const file = typeof input === 'string' ? new Blob([input]) : input;
    return inspectArchive(context, file, null, job);
  }
  return isStarted(context) ? readText(context, input, job) : NO_NODE;
}

async function readText(node: NodeContext, input: string | Blob, job: Job): Promise<Preview | Several | Refusal> {
  const text = await unpack(input, job.walk);
  if (isRefusal(text)) return text;
  const reading = await readDocument(text, job.walk);
  if (isRefusal(reading)) return reading.code === 'two-documents' ? ((await split(text, job)) ?? reading) : reading;
  const { document, contextLeftOut } = reading;
  const json = signedObject(document, reading.json);
  const canonical = await canonicalBytes(json, job.walk);
  const author = await readAuthor(json, canonical);
  if (isRefusal(author)) return author;
  const drop: Drop = { document, dropId: await dropIdOf(canonical), author };
  const intake = await inspect(node, drop, job);
  if (isRefusal(intake)) return intake;
  job.check();
  const id = newPreviewId(node);
  const shown = withAuthor(node, drop, intake);
  node.previews.set(id, { intake: shown, choices: new Map(), texts: new Map() });
  const [oldest] = node.previews.keys();
  if (node.previews.size > MOST_OPEN && oldest !== undefined) node.previews.delete(oldest);
  return { kind: 'preview', id, ...shown.preview, contextLeftOut };
}

/** The documents of a text that holds several. null: it cannot be split. */
async function split(text: string, job: Job): Promise<Several | null> {
  const documents = await job.walk(splitText(text, MOST_TOGETHER));
  return documents && { kind: 'several', documents: documents.map((document) => new Blob([document])) };
}

/**
 * Reads a genome file and nothing else. If there are no genes here and it states its hash, it is taken in at once; else
 * it is shown first.
 */
export async function openGenome(node: NodeContext, file: Blob, job: Job): Promise<Preview | Outcome> {
  const preview = await readText(node, file, job);
  if (isRefusal(preview)) return preview;
  if (preview.kind === 'several') return refuse('not-a-genome', { found: 'two-documents' });
  if (preview.about !== 'genome') {
    node.previews.delete(preview.id);
    return refuse('not-a-genome', { found: preview.documentKind });
  }
  if (preview.act !== 'nothing' && (node.store.genes.size > 0 || preview.isHashOurs)) return preview;
  return outcomeOf(await accept(node, preview.id, job));
}

export async function accept({ previews }: NodeContext, id: number, job: Job): Promise<Accepted | Outcome> {
  const open = previews.get(id);
  if (!open) return refuse('preview-gone');
  const accepted = await open.intake.accept(open.choices, job);
  if (!isRefusal(outcomeOf(accepted))) previews.delete(id);
  return accepted;
}

/** Closes the preview. If it would have changed something, the journal tells that it was discarded. */
export async function discard({ store, environment, previews }: NodeContext, id: number): Promise<Outcome> {
  const open = previews.get(id);
  if (!open) return { kind: 'nothing', why: 'unchanged' };
  previews.delete(id);
  const { documentKind, from, dropId, act } = open.intake.preview;
  if (act === 'nothing') return { kind: 'nothing', why: 'unchanged' };
  return store.transact({}, () => {
    const about = from ? { peerId: from.peerId, nodeName: from.nodeName } : {};
    store.note({ kind: 'discarded', at: environment.now(), documentKind, dropId, ...about });
    return { kind: 'done', what: 'discarded' };
  });
}

/** Adds what is known of the author. If the signature is a reason to refuse, Accept answers with that and no more. */
function withAuthor({ store }: NodeContext, drop: Drop, intake: Intake): Intake {
  const author = readingOf(drop.author, claimedAuthor(drop.document));
  const problem = problemOf(store, drop);
  if (!problem) return { ...intake, preview: { ...intake.preview, author, clash: clashOf(store, drop) } };
  const preview = { ...intake.preview, author, act: 'refused', problem } as const;
  return { ...intake, preview, accept: async () => problem };
}

function inspect(node: NodeContext, drop: Drop, job: Job): Intake | Refusal | Promise<Intake | Refusal> {
  const { document } = drop;
  switch (document.kind) {
    case 'handshake_request':
      return inspectRequest(node, { ...drop, document });
    case 'tool_peer_status':
      return inspectRequest(node, { ...drop, document: requestOfStatus(document), cameAs: document.kind });
    case 'handshake_response':
      return inspectReply(node, { ...drop, document });
    case 'tool_peer_handshake':
      return inspectReport(node, { ...drop, document });
    case 'tool_sync_facts':
      return inspectImport(node, { ...drop, document });
    case 'sync_payload':
      return inspectPayload(node, { ...drop, document }, job);
    case 'delta_sync_response':
      return inspectPage(node, { ...drop, document }, job);
    case 'tool_force_resonance_handshake':
      if (document.payload) return inspectPayload(node, { ...drop, document: document.payload }, job);
      if (document.localHash === node.store.genomeHash) {
        return refuse('gomcp-wrong-hash', { found: document.remoteHash, wanted: document.localHash });
      }
      return refuse('hash-mismatch', {
        place: '/local_hash',
        found: document.localHash,
        wanted: node.store.genomeHash,
        isGomcp: true,
      });
    case 'delta_sync_request':
      return inspectDelta(node, { ...drop, document });
    case 'gene_backup':
      return inspectBackup(node, { ...drop, document }, job);
    case 'tool_peer_backup': {
      const backup = ownBackup(node, document);
      return isRefusal(backup) ? backup : inspectBackup(node, { ...drop, document: backup }, job);
    }
    case 'genome_file':
      return inspectGenome(node, { ...drop, document });
  }
}

/** The object that has the drop id. A payload inside the output of a tool is the same drop as the payload alone. */
function signedObject(document: NodeDocument, json: JsonObject): JsonObject {
  const isWrapped = document.kind === 'tool_force_resonance_handshake' && document.payload !== null;
  return isWrapped ? (json.sync_payload as JsonObject) : json;
}
