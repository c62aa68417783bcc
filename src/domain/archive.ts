/** What a person is shown of an archive before it is restored. */
import type { WireTime } from './time.ts';

/** An archive that wants its passphrase first. */
export interface SealedArchive {
  readonly kind: 'sealed-archive';
}

/** What restoring an archive would do: it replaces all that is here. */
export interface ArchivePreview {
  readonly kind: 'archive-preview';
  readonly id: number;
  readonly peerId: string;
  readonly nodeName: string;
  readonly madeAt: WireTime;
  /** It can sign as that node; else whoever restores it is a new one. */
  readonly hasKey: boolean;
  readonly holds: ArchiveHolds;
  /** What is here and not in it; null: nothing is here. */
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
