/** The database of one node (DESIGN 7): which stores there are and what a record is. */
import type { DBSchema, StoreNames } from 'idb';
import type { DocumentKind } from '../domain/document.ts';
import type { Fact, StoredFact } from '../domain/fact.ts';
import type { Compared } from '../domain/fingerprint.ts';
import type { Gene } from '../domain/genome.ts';
import type { HandshakeResponse, OpenHandshake } from '../domain/handshake.ts';
import type { StoredIncident } from '../domain/incident.ts';
import type { JournalEntry } from '../domain/journal.ts';
import type { Confirmed } from '../domain/left-out.ts';
import type { Cloned, Numbered } from '../domain/numbering.ts';
import type { Peer } from '../domain/peer.ts';
import type { Backup } from '../domain/registry.ts';
import type { Millis, WireTime } from '../domain/time.ts';

/** 1: as in 0.1; 2: signers; 3: twins know domains; 4: staged and device. */
export const SCHEMA_VERSION = 4;

/** Made once (DESIGN 4.2). Where the platform has no Ed25519 the seed is kept instead of its keys. */
export interface Identity {
  readonly id: 'identity';
  readonly peerId: string;
  readonly nodeName: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly secret: CryptoKeyPair | { readonly seed: Uint8Array<ArrayBuffer> };
  readonly startedAt: Millis;
}

export interface Settings {
  readonly id: 'settings';
  readonly timeout: Millis;
  readonly forgetAfter: Millis | null;
}

/** `revision` counts commits: whoever remembers another one has to load again before it writes. */
export interface CountersRecord {
  readonly id: 'counters';
  readonly revision: number;
  /** The last local sequence number that was given out. */
  readonly seq: number;
  /** The last number that a document of this node was given; absent: none was yet. */
  readonly number?: number;
  /** Lines of the journal, and the seal of the last one. */
  readonly journal: number;
  readonly journalHead: string;
}

/** The hash of the genes that are stored beside it: written in the same commit. */
export interface GenomeRecord {
  readonly id: 'genome';
  readonly hash: string;
}

export type SelfRecord = Identity | Settings | GenomeRecord | CountersRecord;

/** What went to and came from one peer (DESIGN 5.5). */
export interface Exchange extends Confirmed {
  readonly peerId: string;
  /** The last sequence number that was handed over to it. */
  readonly sentUpTo: number;
  readonly lastTakenOutAt: Millis | null;
  /** Where it did not take in all incidents of what it is known to have: those past this are still new for it. */
  readonly incidentsUpTo?: number;
  /** By its own clock: when it made the newest payload that was taken in. */
  readonly toldAt: WireTime | null;
  /** Drop ids taken in from it lately, newest last. */
  readonly receipts: readonly string[];
  /** Of those, what nothing that was carried to it has told it yet. */
  readonly untold?: readonly string[];
}

/** A peer whose documents have been signed: from then on all of them have to be. */
export interface SignerRecord {
  readonly peerId: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly signedSince: Millis;
  /** What two people said who compared this key in person. */
  readonly compared?: Compared;
  /** Its documents that were accepted lately, by their numbers; see domain/numbering.ts. */
  readonly seen?: readonly Numbered[];
  /** Two of them had one number, and nobody has put that away since. */
  readonly cloned?: Cloned;
}

/** The drop ledger: one line for each drop that was taken in or handed over. */
export interface DropRecord {
  readonly dropId: string;
  readonly direction: 'in' | 'out';
  readonly documentKind: DocumentKind;
  readonly peerId: string | null;
  readonly at: Millis;
  /** Out: the last sequence number it holds. */
  readonly upTo?: number;
  /** Out: the kept facts that it hands back to their owner. */
  readonly keptId?: string;
  /** Out: when the payload says it was made, by which GoMCP names it in what it prints. */
  readonly madeAt?: WireTime;
  /** Out: domains that were left out then. */
  readonly without?: readonly string[];
  /** In: what a handshake was answered with, so that a replay gets the same answer. */
  readonly reply?: HandshakeResponse;
  /** In: the number of that answer. */
  readonly replyNumber?: number;
  /** In: what a payload changed beside facts, incidents and conflicts (those name their drop themselves), so that it can be undone. */
  readonly before?: { readonly peer: Peer; readonly genes: readonly Gene[] };
  readonly factCount?: number;
}

/** What stands for the facts of a backup: peers that expire together share one `kept` record. */
export interface BackupFactsRef {
  readonly keptId: string;
  readonly count: number;
}

export interface BackupFactsRecord {
  readonly keptId: string;
  readonly facts: readonly Fact[];
}

/** A drop that brought a version, and from whom; null: it was a backup of this node. */
export interface Bringer {
  readonly peerId: string | null;
  readonly dropId: string;
  readonly at: Millis;
}

/** Another version of a row of ours, kept beside it until a person chooses. */
export interface ConflictRecord {
  readonly key: string;
  /** Every drop that brought it, the first one first. */
  readonly broughtBy: readonly Bringer[];
  /**
   * null until a person has chosen; the choice stays, so that the same conflict does not come back. update: nobody had to choose, since whoever wrote the
   * fact said it better; here only so that it can be undone.
   */
  readonly choice: 'ours' | 'theirs' | 'both' | 'update' | null;
  /** The drop in whose preview it was chosen, or that settled it; null: on the Facts screen, or not yet. */
  readonly decidedIn: string | null;
  /** Ours, where theirs took its place. */
  readonly replaced?: StoredFact;
  readonly fact: Fact;
}

/** About 2,000 facts in sequence order; see fact-pages.ts. */
export interface PageRecord {
  readonly no: number;
  readonly facts: readonly StoredFact[];
}

/** What has to be known of a page without reading it, packed so that 100,000 facts load in a moment. */
export interface PageIndexRecord {
  readonly no: number;
  /** All ids in one text, and the length of each. */
  readonly ids: string;
  readonly lengths: Uint16Array;
  readonly seqs: Float64Array;
  /** 1 where the fact may be handed to a peer. */
  readonly carried: Uint8Array;
  readonly origins: readonly (string | null)[];
  readonly originOf: Uint16Array;
  readonly domains: readonly string[];
  readonly domainOf: Uint16Array;
}

/** A change to one fact since its page was last written; null: deleted. */
export interface OverlayRecord {
  readonly id: string;
  readonly stored: StoredFact | null;
}

/** A line of the journal, chained: `before` is the seal of the line it was written after; empty for the first. */
export interface JournalRecord extends JournalEntry {
  readonly before: string;
}

/** A record of an archive that is being looked through: nothing yet, until all of them take their places at once. */
export interface StagedRow {
  readonly store: Exclude<keyof typeof KEY_PATHS, 'device'> | 'journal';
  readonly record: unknown;
}

/** Up to which local sequence number the last archive goes, and of when it is. */
export interface LastArchive {
  readonly id: 'last-archive';
  readonly at: Millis;
  readonly seq: number;
}

/** What was here before an archive was restored, kept until the person says otherwise: an archive without the key, and the key beside it. */
export interface Replaced {
  readonly id: 'replaced';
  readonly at: Millis;
  readonly archive: Blob;
  readonly identity: Identity;
  /** The last one that was saved of it; missing where none was, and in memories written before this was kept. */
  readonly lastArchive?: LastArchive;
}

/** What only this installation knows: no archive holds it. */
export type DeviceRecord = LastArchive | Replaced;

export interface SynapseDb extends DBSchema {
  self: { key: string; value: SelfRecord };
  genes: { key: string; value: Gene };
  peers: { key: string; value: Peer };
  exchanges: { key: string; value: Exchange };
  signers: { key: string; value: SignerRecord };
  handshakes: { key: string; value: OpenHandshake };
  backups: { key: string; value: Backup<BackupFactsRef> };
  kept: { key: string; value: BackupFactsRecord };
  incidents: { key: string; value: StoredIncident };
  conflicts: { key: string; value: ConflictRecord };
  drops: { key: string; value: DropRecord };
  journal: { key: number; value: JournalRecord };
  pages: { key: number; value: PageRecord };
  twins: { key: number; value: PageIndexRecord };
  overlay: { key: string; value: OverlayRecord };
  /** By look and batch. */
  staged: { key: [string, number]; value: readonly StagedRow[] };
  device: { key: string; value: DeviceRecord };
}

/** Key paths of the stores. The journal counts its keys itself; what is staged is given its own. */
export const KEY_PATHS = {
  self: 'id',
  genes: 'id',
  peers: 'peerId',
  exchanges: 'peerId',
  signers: 'peerId',
  handshakes: 'nonce',
  backups: 'peerId',
  kept: 'keptId',
  incidents: 'key',
  conflicts: 'key',
  drops: 'dropId',
  pages: 'no',
  twins: 'no',
  overlay: 'id',
  device: 'id',
} as const;

export type StoreName = StoreNames<SynapseDb>;
