/**
 * The rows of a bucket by window, with their choices. The worker decides what is chosen. Until it answers, the hook
 * shows what the person chose: without that, a checkbox would jump back for a moment. Example: the person clears a
 * row, which is choice 1 of this bucket. Answers with `asOf` 0 do not know of it, so the row is shown as left out. The
 * next answer has `asOf` 1, and its own choice is shown.
 */
import { useRef, useState } from 'preact/hooks';
import type { BucketName, ChosenCounts, PreviewRow, RowChoice, RowsPreview, WhichRows } from '../../peer-api.ts';
import { useSession } from '../hooks/session.ts';
import { type RowWindow, useWindow } from '../hooks/use-window.ts';
import type { Choices } from './use-choices.ts';

export interface Found {
  readonly search: string;
  readonly total: number;
  /** Choices among all rows that the search found. */
  readonly chosen: ChosenCounts;
}

export interface BucketRows {
  readonly window: RowWindow<PreviewRow>;
  /** null until the first answer. */
  readonly found: Found | null;
  choose(which: WhichRows, choice: RowChoice): void;
}

/** `asOf`: how many choices of this bucket the worker had received when it answered. */
interface AsOf {
  readonly asOf: number;
}

/** One choice of the person. `no`: how many choices of this bucket were made, this one included. */
interface Made {
  readonly no: number;
  readonly choice: RowChoice;
}

interface AllMade extends Made {
  readonly search: string;
}

export function useBucketRows(preview: RowsPreview, bucket: BucketName, choices: Choices, search: string): BucketRows {
  const { api } = useSession();
  const made = useRef(0);
  const [answered, setAnswered] = useState(0);
  const [madeOfRows, setMadeOfRows] = useState<ReadonlyMap<number, Made>>(new Map());
  const [madeOfAll, setMadeOfAll] = useState<AllMade | null>(null);
  const [found, setFound] = useState<(Found & AsOf) | null>(null);
  const window = useWindow<PreviewRow & AsOf>(`${preview.id}/${bucket}/${search}`, answered, async (range) => {
    const answer = await api.previewRows(preview.id, bucket, search, range);
    if (answer.kind === 'refused') return answer;
    setFound({ search, total: answer.total, chosen: answer.chosen, asOf: answered });
    return { total: answer.total, rows: answer.rows.map((row) => ({ ...row, asOf: answered })) };
  });

  const choose = (which: WhichRows, choice: RowChoice) => {
    made.current++;
    const one: Made = { no: made.current, choice };
    if ('search' in which) setMadeOfAll({ ...one, search: which.search });
    else setMadeOfRows((before) => new Map([...before, ...which.indices.map((index) => [index, one] as const)]));
    choices.choose(bucket, which, choice, () => setAnswered((before) => before + 1));
  };
  const all = madeOfAll?.search === search ? madeOfAll : null;
  const rows = window.rows.map((row) => ({ ...row, choice: newest(row, row.choice, madeOfRows.get(row.index), all) }));
  return { window: { ...window, rows }, found: found && ahead(found, all), choose };
}

/** The person's last choice if the worker's answer is older than it, else the worker's answer. */
function newest({ asOf }: AsOf, known: RowChoice, one: Made | undefined, all: Made | null): RowChoice {
  const last = all && (!one || all.no > one.no) ? all : one;
  return last && last.no > asOf ? last.choice : known;
}

function ahead(found: Found & AsOf, all: Made | null): Found {
  if (!all || all.no <= found.asOf) return found;
  const none: ChosenCounts = { leave: 0, theirs: 0, both: 0 };
  return { ...found, chosen: all.choice === 'take' ? none : { ...none, [all.choice]: found.total } };
}
