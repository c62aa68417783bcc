/**
 * The rows of a bucket by window, as the person has chosen them. The worker's word is what counts; until it has answered, what was just chosen is shown,
 * so that no tick springs back under the finger.
 */
import { useRef, useState } from 'preact/hooks';
import type { BucketName, ChosenCounts, PreviewRow, RowChoice, RowsPreview, WhichRows } from '../../peer-api.ts';
import { useSession } from '../hooks/session.ts';
import { type RowWindow, useWindow } from '../hooks/use-window.ts';
import type { Choices } from './use-choices.ts';

export interface Found {
  readonly search: string;
  readonly total: number;
  /** Of all that was found. */
  readonly chosen: ChosenCounts;
}

export interface BucketRows {
  readonly window: RowWindow<PreviewRow>;
  /** null until the first answer. */
  readonly found: Found | null;
  choose(which: WhichRows, choice: RowChoice): void;
}

/** `asOf`: how many choices of this bucket the worker had taken when it said so. */
interface AsOf {
  readonly asOf: number;
}

/** The choice with the number `no`. */
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

/** What was chosen last, where the worker's word is older than that. */
function newest({ asOf }: AsOf, known: RowChoice, one: Made | undefined, all: Made | null): RowChoice {
  const last = all && (!one || all.no > one.no) ? all : one;
  return last && last.no > asOf ? last.choice : known;
}

function ahead(found: Found & AsOf, all: Made | null): Found {
  if (!all || all.no <= found.asOf) return found;
  const none: ChosenCounts = { leave: 0, theirs: 0, both: 0 };
  return { ...found, chosen: all.choice === 'take' ? none : { ...none, [all.choice]: found.total } };
}
