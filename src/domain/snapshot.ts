/** What the screen is drawn from: what of a node is small, replaced whole after every commit. */
import type { Compared } from './fingerprint.ts';
import type { Gene } from './genome.ts';
import type { Cloned } from './numbering.ts';
import type { Refusal } from './refusal.ts';
import type { Millis } from './time.ts';
import type { Trust } from './trust.ts';

/** Everything the screen needs that is small. Replaced whole; `revision` only grows. */
export interface Snapshot {
  readonly revision: number;
  /** new: no identity yet; ready: a node; no-store: memory could not be opened, see `problem`. */
  readonly phase: 'new' | 'ready' | 'no-store';
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

/** How safe what is here would be if this device were lost. */
export interface ArchiveView {
  /** When the last archive was saved that is known of; null: there is none. */
  readonly at: Millis | null;
  /** What came in since. */
  readonly facts: number;
  readonly pairings: number;
}

/** What was here before an archive was restored. */
export interface ReplacedView {
  readonly at: Millis;
  readonly nodeName: string;
  readonly bytes: number;
}

export interface NodeView {
  readonly peerId: string;
  readonly nodeName: string;
  readonly startedAt: Millis;
  /** Empty where the node has no genes yet. */
  readonly genomeHash: string;
  readonly genes: readonly Gene[];
  readonly timeout: Millis;
  readonly forgetAfter: Millis | null;
}

/** A request of ours that nobody has answered yet. */
export interface HandshakeView {
  readonly nonce: string;
  /** Whom it was meant for; null where anybody may answer. */
  readonly peerId: string | null;
  readonly at: Millis;
}

/** A peer with the three separate facts of trust (DESIGN 4.1): genome, identity, contact. */
export interface PeerView {
  readonly peerId: string;
  /** Never empty: a peer without a name is shown by its peer id. */
  readonly nodeName: string;
  readonly trust: Trust;
  readonly genomeHash: string;
  readonly genome: 'same' | 'different';
  /** When its first signed document was taken in: from then on all of them have to be signed. null: unsigned. */
  readonly signedSince: Millis | null;
  /** Two people compared its key in person; null: nobody has. */
  readonly compared: Compared | null;
  /**
   * Two different documents bore one number of its key, and nobody has put that away. It does not touch `trust`:
   * nothing is refused for it.
   */
  readonly cloned: Cloned | null;
  readonly lastSeen: Millis | null;
  readonly lastSyncAt: Millis | null;
  readonly handshakeAt: Millis | null;
  readonly factCount: number;
  /** When it expires if nothing is heard of it; null unless it is VERIFIED. */
  readonly deadline: Millis | null;
  /** Facts and incidents it is not known to have. */
  readonly waiting: number;
  /** Of those, incidents. */
  readonly waitingIncidents: number;
  /** When what it is known to have was handed over; null: it has confirmed nothing yet. */
  readonly confirmedAt: Millis | null;
  /** Drops of its that arrived here, which it was not told yet: it may go on handing over what is here. */
  readonly untold: number;
  readonly lastTakenOutAt: Millis | null;
  /** It sends no receipts, and nobody has said yet that all that was handed over to it arrived. */
  readonly unconfirmed: boolean;
  /** Domains that do not go to it; empty: the facts that have none. */
  readonly leftOut: readonly string[];
  readonly backup: BackupView | null;
}

export interface BackupView {
  readonly genomeHash: string;
  readonly factCount: number;
  readonly backedUpAt: Millis;
  readonly reason: string;
  /** The peer came back with a matching genome: the backup waits to be handed over. */
  readonly offered: boolean;
}
