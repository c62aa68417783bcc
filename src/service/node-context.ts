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

/** What only the world can give: a clock, randomness, a bell. Injected, so that a test can move them. */
export interface Environment {
  now(): Millis;
  randomBytes(length: number): Uint8Array<ArrayBuffer>;
  /** Ring once at `time`; null: not at all. A later call replaces an earlier one. */
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

/** A preview that waits for a person's decision. */
export interface OpenPreview {
  readonly intake: Intake;
  /** What the person chose so far, by the payload's own objects; what is not in it is taken. */
  readonly choices: Map<object, RowChoice>;
  /** What a search looks at, row by row, once somebody has searched. */
  readonly texts: Map<BucketName, readonly string[]>;
}

/** An archive that was read to its end: its rows are put aside. */
export interface StagedArchive {
  readonly header: ArchiveHeader;
  readonly staging: Staging;
  readonly holds: ArchiveHolds;
  /** The ids of what it holds. */
  readonly there: Readonly<Record<'facts' | 'incidents' | 'peers', ReadonlySet<string>>>;
  /** The last sequence number it holds. */
  readonly seq: number;
}

/** What the service works on, whether or not this memory has a node already. */
export interface ServiceContext {
  readonly store: NodeStore;
  readonly environment: Environment;
  /** Lost with the worker: the text they came from is still on the page. */
  readonly previews: Map<number, OpenPreview>;
  /** Documents that were made ready and not yet carried away. */
  readonly readyDrops: Map<string, ReadyDrop>;
  /** An archive that was looked through and waits for a person's decision. */
  waitingArchive: (StagedArchive & { readonly id: number }) | null;
  /** The archive made last: until when it holds what came in. Nothing of it is known to have left this browser. */
  archived: { readonly at: Millis; readonly seq: number } | null;
}

/** The memory of a node. Ask it for the registry inside each transaction: memory may be read again there. */
export interface StartedStore extends NodeStore {
  readonly identity: Identity;
  readonly settings: Settings;
  readonly registry: Registry<BackupFactsRef>;
}

/** What an act of a node works on. Acts (acts.ts) hands it on only if there is a node. */
export interface NodeContext extends ServiceContext {
  readonly store: StartedStore;
}

/** The answer to an act of a node if this memory has none: it was not started yet, or another tab has forgotten it. */
export const NO_NODE = refuse('store-failed');

export function isStarted(context: ServiceContext): context is NodeContext {
  return hasNode(context.store);
}

export function hasNode(store: NodeStore): store is StartedStore {
  return store.registry !== null;
}

let last = 0;

/** A name for a preview, of a document or an archive. A worker that began anew gives none that a page may still hold of the one before. */
export function newPreviewId({ environment }: ServiceContext): number {
  last = Math.max(last + 1, environment.now());
  return last;
}

/** The peer, if it is known and trusted. */
export function trustedPeer({ registry }: StartedStore, peerId: string): Peer | Refusal {
  const peer = registry.getPeer(peerId);
  if (isRefusal(peer)) return peer;
  return registry.isTrusted(peerId) ? peer : refuse('not-trusted', { found: shownName(peer) });
}
