/** One document on its way in: its preview, and Accept, which does in one transaction what the preview shows. */
import type { Authorship } from '../domain/author.ts';
import type { DocumentKind, NodeDocument } from '../domain/document.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Peer, shownName } from '../domain/peer.ts';
import type { BucketName, PreviewSender, RowChoice, ShownRow } from '../domain/preview.ts';
import type { FactBuckets } from '../domain/sort-payload.ts';
import type { Accepted, Preview } from '../peer-api.ts';
import type { Job } from './job.ts';

export interface Drop<D extends NodeDocument = NodeDocument> {
  readonly document: D;
  readonly dropId: string;
  /** The kind of the document as it came, if it is read as another kind. */
  readonly cameAs?: DocumentKind;
  readonly author: Authorship;
}

export interface Intake {
  readonly preview: UnnamedPreview;
  /** The rows behind the counts of the preview. */
  readonly buckets: PreviewBuckets;
  /** Decides again, on what is stored by then and on what the person chose, and writes it. */
  accept(choices: Choices, job: Job): Promise<Accepted | Outcome>;
}

/** A preview before it gets its id. */
export type UnnamedPreview = WithoutName<Preview>;
type WithoutName<P> = P extends Preview ? Omit<P, 'kind' | 'id'> : never;

/** How every preview begins. Its author, and what was left out of its text, are told later. */
export const PLAIN_PREVIEW = {
  problem: null,
  author: 'unsigned',
  clash: null,
  takenInAt: null,
  contextLeftOut: false,
} as const;

/** A known peer, as a preview names it. */
export function senderOf(peer: Peer): PreviewSender {
  return { peerId: peer.peerId, nodeName: shownName(peer), trust: peer.trust };
}

/** The rows of one bucket. Each is made when it is asked for: a preview may hold 100,000 rows. */
export interface Bucket {
  readonly length: number;
  show(index: number): ShownRow;
  /** The payload's own object, by which a choice is remembered. It is the same when Accept sorts the payload again. */
  subject(index: number): object;
}

export type PreviewBuckets = Readonly<Partial<Record<BucketName, Bucket>>>;

/** What a person chose, by the payload's own objects. Rows that are not in it are taken. */
export type Choices = ReadonlyMap<object, RowChoice>;

/** What a person saw in the preview, and chose there. */
export interface Previewed {
  readonly choices: Choices;
  readonly facts: FactBuckets;
}
