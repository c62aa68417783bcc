/**
 * Everything small that the screen is drawn from. It is replaced whole after every commit (ARCHITECTURE "The flow").
 * Types only.
 */
import type { Compared } from './fingerprint.ts';
import type { Gene } from './genome.ts';
import type { Cloned } from './numbering.ts';
import type { Refusal } from './refusal.ts';
import type { Millis } from './time.ts';
import type { Trust } from './trust.ts';

export interface Snapshot {
  /** It only grows. */
  readonly revision: number;
  /** `new`: there is no identity yet. `no-store`: the memory could not be opened, see `problem`. */
  readonly state: 'new' | 'ready' | 'no-store';
  readonly problem: Refusal | null;
  readonly node: NodeView | null;
  readonly peers: readonly PeerView[];
  readonly openHandshakes: readonly HandshakeView[];
  readonly archive: ArchiveView;
  readonly replaced: ReplacedView | null;
  readonly counts: {
    readonly facts: number;
    readonly incidents: number;
    readonly conflicts: number;
  };
}

/** What would be lost with this device: what came in since the last archive. */
export interface ArchiveView {
  /** When the last archive was made. null: none is known. */
  readonly at: Millis | null;
  /** Facts that changed since. */
  readonly facts: number;
  /** Peers that shook hands with this node since. */
  readonly pairings: number;
}

/** The memory that the last restore replaced. It can be brought back. */
export interface ReplacedView {
  readonly at: Millis;
  readonly nodeName: string;
  readonly bytes: number;
}

export interface NodeView {
  readonly peerId: string;
  readonly nodeName: string;
  readonly startedAt: Millis;
  /** Empty: the node has no genes yet. */
  readonly genomeHash: string;
  readonly genes: readonly Gene[];
  readonly timeout: Millis;
  /** Expired peers are forgotten after this time of silence. null: never. */
  readonly forgetAfter: Millis | null;
}

/** A handshake request of ours that nobody has answered yet. */
export interface HandshakeView {
  readonly nonce: string;
  /** The peer that it was made for. null: anybody may answer. */
  readonly peerId: string | null;
  readonly at: Millis;
}

/** A peer with its three facts of trust: genome, identity and contact (ARCHITECTURE "The three facts"). */
export interface PeerView {
  readonly peerId: string;
  /** Never empty: a peer without a name is shown by its peer id. */
  readonly nodeName: string;
  readonly trust: Trust;
  readonly genomeHash: string;
  readonly genome: 'same' | 'different';
  /** When its first signed document was accepted. Since then all must be signed. null: none was signed. */
  readonly signedSince: Millis | null;
  /** What two people said who compared its key. null: nobody has. */
  readonly compared: Compared | null;
  /** Two documents of its key share a number, and no person has put that warning away. Trust does not change by it. */
  readonly cloned: Cloned | null;
  readonly lastSeen: Millis | null;
  readonly lastSyncAt: Millis | null;
  readonly handshakeAt: Millis | null;
  readonly factCount: number;
  /** When it expires if it stays silent. null: it is not VERIFIED. */
  readonly deadline: Millis | null;
  /** How many facts and incidents are new for it. */
  readonly waiting: number;
  /** How many of those are incidents. */
  readonly waitingIncidents: number;
  /** When the drop that it confirmed last was handed over. null: it has confirmed nothing yet. */
  readonly confirmedAt: Millis | null;
  /** Its drops that arrived here, if it has no receipt for them yet. It may go on handing over what is here. */
  readonly untold: number;
  readonly lastTakenOutAt: Millis | null;
  /** It sends no receipts, and nobody has said yet that everything arrived that was handed over to it. */
  readonly unconfirmed: boolean;
  /** Domains that do not go to it. An empty name: facts without a domain. */
  readonly leftOut: readonly string[];
  readonly backup: BackupView | null;
}

export interface BackupView {
  readonly genomeHash: string;
  readonly factCount: number;
  readonly backedUpAt: Millis;
  readonly reason: string;
  /** The peer is VERIFIED again, so its backup can be handed over. */
  readonly offered: boolean;
}
