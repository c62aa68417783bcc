/** The database of one node: which stores there are, and what one record of each is (ARCHITECTURE "Stores"). */
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

/** Who this node is. It is made once (ARCHITECTURE "Identity"). */
export interface Identity {
  readonly id: 'identity';
  readonly peerId: string;
  readonly nodeName: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** The seed, if the platform has no Ed25519. */
  readonly secret: CryptoKeyPair | { readonly seed: Uint8Array<ArrayBuffer> };
  readonly startedAt: Millis;
}

export interface Settings {
  readonly id: 'settings';
  /** A VERIFIED peer that is silent for so long expires. */
  readonly timeout: Millis;
  /** A peer that is silent for longer is forgotten, unless a backup is kept for it. null: never. */
  readonly forgetAfter: Millis | null;
}

export interface CountersRecord {
  readonly id: 'counters';
  /** The number of commits. A tab that remembers another one loads again before it writes. */
  readonly revision: number;
  /** The last sequence number that was given to a change. */
  readonly seq: number;
  /** The last number that was given to a document of this node. Absent: none was. */
  readonly number?: number;
  /** The number of lines in the journal. */
  readonly journal: number;
  /** The hash of the last line. Empty: there is none. */
  readonly journalHead: string;
}

/** The genome hash. It is written in the same commit as the genes. */
export interface GenomeRecord {
  readonly id: 'genome';
  readonly hash: string;
}

export type SelfRecord = Identity | Settings | GenomeRecord | CountersRecord;

/** What went to one peer and came from it (PROTOCOL "Receipts"). */
export interface Exchange extends Confirmed {
  readonly peerId: string;
  /** The highest sequence number that was handed over. */
  readonly sentUpTo: number;
  readonly lastTakenOutAt: Millis | null;
  /**
   * Present if the peer did not take in all incidents that it was given: those above this number are still new for it.
   */
  readonly incidentsUpTo?: number;
  /** When the peer made its newest payload that was taken in, by the peer's clock. null: none was. */
  readonly toldAt: WireTime | null;
  /** Ids of its drops that were taken in lately. The newest is last. */
  readonly receipts: readonly string[];
  /** The receipts among them that no drop has told the peer yet. */
  readonly untold?: readonly string[];
}

/** A peer that has signed a document. From then on all its documents must be signed. */
export interface SignerRecord {
  readonly peerId: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly signedSince: Millis;
  /** What two people said who compared this key. */
  readonly compared?: Compared;
  /** The numbers of its documents that were accepted lately (`src/domain/numbering.ts`). */
  readonly seen?: readonly Numbered[];
  /** Two of its documents shared a number, and no person has put that warning away. */
  readonly cloned?: Cloned;
}

/** One line of the drop ledger: a drop that was taken in or handed over. */
export interface DropRecord {
  readonly dropId: string;
  readonly direction: 'in' | 'out';
  readonly documentKind: DocumentKind;
  readonly peerId: string | null;
  readonly at: Millis;
  /** Out: the highest sequence number when it was made. */
  readonly upTo?: number;
  /** Out: the backup facts that it hands back to their owner. */
  readonly keptId?: string;
  /** Out: `synced_at` of the payload. GoMCP names a payload by that time in what it prints. */
  readonly madeAt?: WireTime;
  /** Out: domains that were left out when it was made. */
  readonly without?: readonly string[];
  /** In: the reply to a handshake, so that a replayed request gets the same reply. */
  readonly reply?: HandshakeResponse;
  /** In: the number of that reply. */
  readonly replyNumber?: number;
  /**
   * In: peer and genes before the payload, so that it can be undone. Facts, incidents and conflicts name their drop
   * themselves.
   */
  readonly before?: { readonly peer: Peer; readonly genes: readonly Gene[] };
  /** In: how many facts the payload added to the count of the peer. */
  readonly factCount?: number;
}

/** Names the facts of a backup. Peers that expire together share one record of the store `kept`. */
export interface BackupFactsRef {
  readonly keptId: string;
  readonly count: number;
}

/** Facts of one or more backups. */
export interface BackupFactsRecord {
  readonly keptId: string;
  readonly facts: readonly Fact[];
}

/** A drop that brought a version, and from whom. `peerId` null: it was a backup of this node. */
export interface Bringer {
  readonly peerId: string | null;
  readonly dropId: string;
  readonly at: Millis;
}

/** Another version of a fact of ours. It waits beside ours until a person chooses. */
export interface ConflictRecord {
  readonly key: string;
  /** Every drop that brought it. The first one is first. */
  readonly broughtBy: readonly Bringer[];
  /**
   * null: no person has chosen yet. A choice stays, so that the same conflict does not come back. `update`: nobody had
   * to choose, because it was an edit by the fact's first writer. It is here only so that it can be undone.
   */
  readonly choice: 'ours' | 'theirs' | 'both' | 'update' | null;
  /** The drop in whose preview the person chose, or whose update settled it. null: on the Facts screen, or not yet. */
  readonly decidedIn: string | null;
  /** Our version, if theirs took its place. */
  readonly replaced?: StoredFact;
  /** The other version. */
  readonly fact: Fact;
}

/** About 2,000 facts in sequence order (`src/store/fact-pages.ts`). */
export interface PageRecord {
  readonly no: number;
  readonly facts: readonly StoredFact[];
}

/** The page index, packed so that 100,000 facts load at once (`src/store/page-index.ts`). */
export interface PageIndexRecord {
  readonly no: number;
  /** All ids in one text. */
  readonly ids: string;
  /** The length of each id. */
  readonly lengths: Uint16Array;
  readonly seqs: Float64Array;
  /** 1: the fact may go to a peer. */
  readonly carried: Uint8Array;
  readonly origins: readonly (string | null)[];
  readonly originOf: Uint16Array;
  readonly domains: readonly string[];
  readonly domainOf: Uint16Array;
}

/** A fact that changed since its page was written. null: it was deleted. */
export interface OverlayRecord {
  readonly id: string;
  readonly stored: StoredFact | null;
}

/** A line of the journal as it is stored. */
export interface JournalRecord extends JournalEntry {
  /** The hash of the line before it. Empty: it is the first line. */
  readonly before: string;
}

/** A record of an archive that is being looked through (`src/store/staging.ts`). */
export interface StagedRow {
  readonly store: Exclude<keyof typeof KEY_PATHS, 'device'> | 'journal';
  readonly record: unknown;
}

/** The last archive that was made of this memory. */
export interface LastArchive {
  readonly id: 'last-archive';
  readonly at: Millis;
  /** The highest sequence number in it. */
  readonly seq: number;
}

/**
 * The memory that the last restore replaced, until a person lets it go: an archive without the key, and the key beside
 * it.
 */
export interface Replaced {
  readonly id: 'replaced';
  readonly at: Millis;
  readonly archive: Blob;
  readonly identity: Identity;
  /** The last archive that was made of it. Absent: there was none, or an older version wrote this record. */
  readonly lastArchive?: LastArchive;
}

/** What only this installation knows. It is in no archive. */
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
  /** The key is the stamp of a look and the number of a batch. */
  staged: { key: [string, number]; value: readonly StagedRow[] };
  device: { key: string; value: DeviceRecord };
}

/** Key paths of the stores. The journal counts its own keys. Staged rows are stored under a given key. */
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
