/** What the functions of the service work on: the memory, the environment, and what waits for a person. */
import type { ArchiveHolds } from '../domain/archive.ts';
import type { DocumentKind } from '../domain/document.ts';
import type { Counts } from '../domain/outcome.ts';
import { type Peer, shownName } from '../domain/peer.ts';
import type { BucketName, RowChoice } from '../domain/preview.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Registry } from '../domain/registry.ts';
import type { Millis, WireTime } from '../domain/time.ts';
import type { NodeStore } from '../store/node-store.ts';
import type { BackupFactsRef, Identity, Settings } from '../store/schema.ts';
import type { Staging } from '../store/staging.ts';
import type { ArchiveHeader } from '../wire/archive.ts';
import type { Intake } from './intake.ts';

/** A clock, randomness and a bell. They are given to the service, so that tests move them. */
export interface Environment {
  now(): Millis;
  randomBytes(length: number): Uint8Array<ArrayBuffer>;
  /** Rings once at `time`. null: not at all. A later call replaces an earlier one. */
  wakeAt(time: Millis | null): void;
}

/** For whom a document is, and what it means that it arrives. */
export interface Handover {
  /** null: whoever takes it. */
  readonly peerId: string | null;
  /** The last sequence number that it holds. */
  readonly upTo?: number;
  /** The facts of a backup that it hands back to their owner. */
  readonly keptId?: string;
  /** Domains that were left out of it. */
  readonly without?: readonly string[];
}

/** A document that was made ready and not yet carried away. */
export interface ReadyDrop extends Handover {
  readonly documentKind: DocumentKind;
  readonly counts: Counts;
  /** The drops whose arrival it confirms. */
  readonly receipts: readonly string[];
  /** When a payload says that it was made. */
  readonly madeAt?: WireTime;
}

/** A preview that waits for Accept or Discard. */
export interface OpenPreview {
  readonly intake: Intake;
  /** What the person chose so far, by the payload's own objects. Rows that are not in it are taken. */
  readonly choices: Map<object, RowChoice>;
  /** The text that a search looks at, row by row. It is made at the first search of a bucket. */
  readonly texts: Map<BucketName, readonly string[]>;
}

/** An archive that was read to its end. Its rows are in the store `staged`. */
export interface StagedArchive {
  readonly header: ArchiveHeader;
  readonly staging: Staging;
  readonly holds: ArchiveHolds;
  /** The ids of what it holds, to tell what it lacks. */
  readonly ids: Readonly<Record<'facts' | 'incidents' | 'peers', ReadonlySet<string>>>;
  /** The last sequence number it holds. */
  readonly seq: number;
}

/** What the service works on, whether or not this memory has a node already. */
export interface ServiceContext {
  readonly store: NodeStore;
  readonly environment: Environment;
  /** By their ids. They are lost with the worker, but the page still has the text that each came from. */
  readonly previews: Map<number, OpenPreview>;
  /** By drop id. */
  readonly readyDrops: Map<string, ReadyDrop>;
  /** An archive that waits for a person's decision. */
  waitingArchive: (StagedArchive & { readonly id: number }) | null;
  /** The archive that was made last, and its last sequence number. Whether it was saved is not known yet. */
  archiveMade: { readonly at: Millis; readonly seq: number } | null;
}

/** The memory of a node. Read its registry inside each transaction: if memory is loaded again, it is another object. */
export interface StartedStore extends NodeStore {
  readonly identity: Identity;
  readonly settings: Settings;
  readonly registry: Registry<BackupFactsRef>;
}

/** What an act of a node works on. Acts (acts.ts) hands it on only if there is a node. */
export interface NodeContext extends ServiceContext {
  readonly store: StartedStore;
}

/** The refusal of an act of the node if there is none: it was not started yet, or another tab has forgotten it. */
export const NO_NODE = refuse('store-failed');

export function isStarted(context: ServiceContext): context is NodeContext {
  return hasNode(context.store);
}

export function hasNode(store: NodeStore): store is StartedStore {
  return store.registry !== null;
}

let lastPreviewId = 0;

/**
 * The id of a preview, of a document or of an archive. It follows the clock: a page may still hold ids of a worker that
 * died, and a new worker must not give them to other previews.
 */
export function newPreviewId({ environment }: ServiceContext): number {
  lastPreviewId = Math.max(lastPreviewId + 1, environment.now());
  return lastPreviewId;
}

/** The peer, if it is known and trusted. */
export function trustedPeer({ registry }: StartedStore, peerId: string): Peer | Refusal {
  const peer = registry.getPeer(peerId);
  if (isRefusal(peer)) return peer;
  return registry.isTrusted(peerId) ? peer : refuse('not-trusted', { found: shownName(peer) });
}

/** Whether the peer may be a GoMCP node: it never signed. */
export function maySpeakGomcp({ signers }: Pick<NodeStore, 'signers'>, peerId: string): boolean {
  return signers.get(peerId) === undefined;
}
