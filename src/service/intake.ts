/** One document on its way in: what it would do (shown), and the doing of it (one transaction). */
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
  /** As what it came, where that is another kind than that of the document it is read as. */
  readonly cameAs?: DocumentKind;
  readonly author: Authorship;
}

export interface Intake {
  readonly preview: UnnamedPreview;
  /** The rows behind its counts. */
  readonly buckets: PreviewBuckets;
  /** Decides again, on what is stored by then and what a person chose, and writes. */
  accept(choices: Choices, job: Job): Promise<Accepted | Outcome>;
}

/** A preview before it gets its id. */
export type UnnamedPreview = WithoutName<Preview>;
type WithoutName<P> = P extends Preview ? Omit<P, 'kind' | 'id'> : never;

/** How every preview begins. Its author is read later. */
export const PLAIN_PREVIEW = { problem: null, author: 'unsigned', clash: null, takenInAt: null } as const;

/** A known peer, as a preview names it. */
export function senderOf(peer: Peer): PreviewSender {
  return { peerId: peer.peerId, nodeName: shownName(peer), trust: peer.trust };
}

/** Made ready to be shown only when it is asked for: a preview may hold 100,000 rows. */
export interface Bucket {
  readonly length: number;
  show(index: number): ShownRow;
  /** The payload's own object: it is the same one when Accept sorts the payload again. */
  subject(index: number): object;
}

export type PreviewBuckets = Readonly<Partial<Record<BucketName, Bucket>>>;

/** What a person chose, by the payload's own objects; what is not in it is taken. */
export type Choices = ReadonlyMap<object, RowChoice>;

/** What a person chose, and of which preview. */
export interface Previewed {
  readonly choices: Choices;
  readonly facts: FactBuckets;
}
