/** The rows of an open preview: shown by window, left out or decided row by row or by a search. Nothing of it is written before Accept. */
import { versionOf } from '../domain/conflict.ts';
import type { Origin } from '../domain/fact.ts';
import { incidentKey, standing } from '../domain/incident.ts';
import type { FactBuckets, IncidentBuckets } from '../domain/preview.ts';
import {
  type BucketName,
  CHOICES,
  type ChosenCounts,
  type RowChoice,
  type ShownRow,
  searchText,
  type WhichRows,
} from '../domain/preview-list.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Chosen, PreviewRows, Range } from '../peer-api.ts';
import type { NodeStore } from '../store/node-store.ts';
import type { NodeContext, OpenPreview } from './node-context.ts';

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

export function factBuckets(buckets: FactBuckets, { peerId, at }: Pick<Origin, 'peerId' | 'at'>): PreviewBuckets {
  const { fresh, present, genes, conflicts, refused } = buckets;
  const show = (fact: (typeof fresh)[number]): ShownRow => ({ kind: 'fact', fact });
  return {
    fresh: bucketOf(fresh, show),
    present: bucketOf(present, show),
    genes: bucketOf(genes, show),
    conflicts: bucketOf(
      conflicts,
      ({ ours, theirs }) => ({
        kind: 'conflict',
        ours: versionOf(ours),
        theirs: { fact: theirs, fromPeerId: peerId, at },
      }),
      ({ theirs }) => theirs,
    ),
    refused: bucketOf(refused, (row) => ({ kind: 'refused', ...row })),
  };
}

export function incidentBuckets({ incidents }: NodeStore, buckets: IncidentBuckets): PreviewBuckets {
  const of = (statements: IncidentBuckets['fresh']) =>
    bucketOf(
      statements,
      ({ incident }) => {
        const stored = incidents.get(incidentKey(incident));
        return { kind: 'incident', incident, here: stored ? standing(stored).incident : null };
      },
      ({ incident }) => incident,
    );
  return {
    incidentsFresh: of(buckets.fresh),
    incidentsUpdates: of(buckets.updates),
    incidentsViews: of(buckets.views),
    incidentsPresent: of(buckets.present),
    incidentsRefused: bucketOf(buckets.refused, (row) => ({ kind: 'refused', ...row })),
  };
}

function bucketOf<Item extends object>(
  items: readonly Item[],
  show: (item: Item) => ShownRow,
  subject: (item: Item) => object = (item) => item,
): Bucket {
  const at = (index: number) => items[index] as Item;
  return { length: items.length, show: (index) => show(at(index)), subject: (index) => subject(at(index)) };
}

export async function previewRows(
  { previews }: NodeContext,
  id: number,
  name: BucketName,
  search: string,
  { offset, limit }: Range,
): Promise<PreviewRows | Refusal> {
  const open = previews.get(id);
  if (!open) return refuse('preview-gone');
  const bucket = open.intake.buckets[name];
  const found = find(open, name, search);
  const rows = found.slice(offset, offset + limit).flatMap((index) => {
    if (!bucket) return [];
    return { index, choice: open.choices.get(bucket.subject(index)) ?? 'take', row: bucket.show(index) };
  });
  return { kind: 'preview-rows', total: found.length, rows, chosen: countChosen(open, name, found) };
}

/** Says what is chosen of every bucket from now on. */
export async function chooseRows(
  { previews }: NodeContext,
  id: number,
  name: BucketName,
  which: WhichRows,
  choice: RowChoice,
): Promise<Chosen | Refusal> {
  const open = previews.get(id);
  if (!open) return refuse('preview-gone');
  if (!CHOICES[name].includes(choice)) throw new TypeError(`Rows of ${name} can not be chosen: ${choice}`);
  const bucket = open.intake.buckets[name];
  if (bucket) {
    for (const index of 'indices' in which ? which.indices : find(open, name, which.search)) {
      if (choice === 'take') open.choices.delete(bucket.subject(index));
      else open.choices.set(bucket.subject(index), choice);
    }
  }
  const names = Object.keys(CHOICES) as BucketName[];
  const counts = names.map((one) => [one, countChosen(open, one, find(open, one, ''))] as const);
  return { kind: 'chosen', counts: Object.fromEntries(counts) as Chosen['counts'] };
}

/** The rows that a search finds, by their numbers. */
function find({ intake, texts }: OpenPreview, name: BucketName, search: string): readonly number[] {
  const bucket = intake.buckets[name];
  const all = Array.from({ length: bucket?.length ?? 0 }, (_, index) => index);
  const wanted = search.trim().toLowerCase();
  if (!bucket || wanted === '') return all;
  let lines = texts.get(name);
  if (!lines) {
    lines = all.map((index) => searchText(bucket.show(index)).toLowerCase());
    texts.set(name, lines);
  }
  return all.filter((index) => lines[index]?.includes(wanted));
}

function countChosen({ intake, choices }: OpenPreview, name: BucketName, found: readonly number[]): ChosenCounts {
  const counts = { leave: 0, theirs: 0, both: 0 };
  const bucket = intake.buckets[name];
  if (!bucket || choices.size === 0) return counts;
  for (const index of found) {
    const choice = choices.get(bucket.subject(index)) ?? 'take';
    if (choice !== 'take') counts[choice]++;
  }
  return counts;
}
