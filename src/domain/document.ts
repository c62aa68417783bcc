/** Every document that we read, by its meaning. Only `src/wire/` knows its JSON (PROTOCOL "Documents"). */
import type { Fact, Unknown } from './fact.ts';
import type { Gene } from './genome.ts';
import type { HandshakeRequest, HandshakeResponse } from './handshake.ts';
import type { Incident } from './incident.ts';
import type { WireTime } from './time.ts';
import type { TrustName } from './trust.ts';

export interface SyncPayload {
  readonly kind: 'sync_payload';
  /** Empty: the sender wrote none, which means 1.0. */
  readonly version: string;
  readonly fromPeerId: string;
  readonly genomeHash: string;
  readonly facts: readonly Fact[];
  readonly incidents: readonly Incident[];
  readonly syncedAt: WireTime;
  /** Drop ids that the sender took in from us lately (PROTOCOL "Receipts"). */
  readonly receipts: readonly string[];
  /** By the id of a variant: the id of the fact that it belongs to. */
  readonly variants?: ReadonlyMap<string, string>;
  readonly unknown?: Unknown;
}

export interface GeneBackup {
  readonly kind: 'gene_backup';
  readonly peerId: string;
  readonly genomeHash: string;
  readonly facts: readonly Fact[];
  readonly backedUpAt: WireTime;
  readonly reason: string;
}

export interface DeltaSyncRequest {
  readonly kind: 'delta_sync_request';
  readonly fromPeerId: string;
  readonly genomeHash: string;
  readonly since: WireTime;
  /** 0: the sender set none. */
  readonly maxBatch: number;
}

export interface DeltaSyncResponse {
  readonly kind: 'delta_sync_response';
  readonly fromPeerId: string;
  readonly genomeHash: string;
  readonly facts: readonly Fact[];
  readonly syncedAt: WireTime;
  readonly hasMore: boolean;
}

export interface GenomeFile {
  readonly kind: 'genome_file';
  readonly version: string;
  readonly hash: string;
  /** The document states no hash: `hash` was made here. */
  readonly isHashOurs?: true;
  readonly genes: readonly Gene[];
}

/** GoMCP's tools print this and the next four. They are read, never written. */
export interface PeerStatus {
  readonly kind: 'tool_peer_status';
  readonly selfId: string;
  readonly nodeName: string;
  readonly genomeHash: string;
}

export interface HandshakeReport {
  readonly kind: 'tool_peer_handshake';
  readonly localHash: string;
  readonly localNode: string;
  readonly localPeerId: string;
  readonly remoteHash: string;
  readonly remotePeerId: string;
  readonly match: boolean;
  readonly trust: TrustName;
}

export interface Resonance {
  readonly kind: 'tool_force_resonance_handshake';
  readonly match: boolean;
  readonly trust: TrustName;
  readonly localHash: string;
  readonly remoteHash: string;
  readonly localPeerId: string;
  readonly localNode: string;
  readonly remotePeerId: string;
  /** null: the genomes differ. */
  readonly payload: SyncPayload | null;
}

export interface BackupList {
  readonly kind: 'tool_peer_backup';
  readonly backups: readonly GeneBackup[];
}

/** What `sync_facts` prints of an import. It names the node that made the payload, not the node that took it in. */
export interface ImportReport {
  readonly kind: 'tool_sync_facts';
  /** Empty: a gene backup was imported, which names nobody who made it. */
  readonly fromPeerId: string;
  readonly syncedAt: WireTime;
  readonly imported: number;
  readonly totalSent: number;
  readonly incidentsImported: number;
  readonly totalIncidents: number;
}

/** The documents that we also write: the reference's wire. */
export type WireDocument =
  | HandshakeRequest
  | HandshakeResponse
  | SyncPayload
  | GeneBackup
  | DeltaSyncRequest
  | DeltaSyncResponse
  | GenomeFile;

export type NodeDocument = WireDocument | PeerStatus | HandshakeReport | Resonance | BackupList | ImportReport;
export type DocumentKind = NodeDocument['kind'];
