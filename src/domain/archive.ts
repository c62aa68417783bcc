/** What a person sees of an archive before it is restored. */
import type { WireTime } from './time.ts';

/** An archive that can only be read with its passphrase. */
export interface SealedArchive {
  readonly kind: 'sealed-archive';
}

/** What restoring an archive would do. It replaces everything that is here. */
export interface ArchivePreview {
  readonly kind: 'archive-preview';
  readonly id: number;
  readonly peerId: string;
  readonly nodeName: string;
  readonly madeAt: WireTime;
  /** True: it can sign as that node. False: the node that restores it gets a new key and a new peer id. */
  readonly hasKey: boolean;
  readonly holds: ArchiveHolds;
  /** How much is here and not in the archive. null: nothing is here. */
  readonly lacks: ArchiveLacks | null;
}

export interface ArchiveHolds {
  readonly facts: number;
  readonly genes: number;
  readonly incidents: number;
  readonly peers: number;
  readonly conflicts: number;
  readonly backups: number;
  readonly journal: number;
}

export interface ArchiveLacks {
  readonly facts: number;
  readonly incidents: number;
  readonly peers: number;
}
