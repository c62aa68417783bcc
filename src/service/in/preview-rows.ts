/** The rows of an open preview, shown by windows, and a person's choices for them. Nothing is written before Accept. */
import {
  type BucketName,
  CHOICES,
  type ChosenCounts,
  type RowChoice,
  searchText,
  type WhichRows,
} from '../../domain/preview.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Chosen, PreviewRows, Range } from '../../peer-api.ts';
import type { NodeContext, OpenPreview } from '../node-context.ts';

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

/** Chooses for these rows. Answers with what is chosen in every bucket from now on. */
export async function chooseRows(
  { previews }: NodeContext,
  id: number,
  name: BucketName,
  which: WhichRows,
  choice: RowChoice,
): Promise<Chosen | Refusal> {
  const open = previews.get(id);
  if (!open) return refuse('preview-gone');
  if (!CHOICES[name].includes(choice))
    throw new TypeError(`The choice '${choice}' does not exist for rows of '${name}'`);
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

/** The indices of the rows that a search finds. */
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
