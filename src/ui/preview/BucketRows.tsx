/** One bucket of a preview: its count, and behind it the rows, by window. */
import { useState } from 'preact/hooks';
import type { Fact } from '../../domain/fact.ts';
import type { Conflict, RefusedRow } from '../../domain/preview.ts';
import type { BucketName, Preview } from '../../peer-api.ts';
import { FactText } from '../parts/FactText.tsx';
import { Hash } from '../parts/Hash.tsx';
import { RowList } from '../parts/RowList.tsx';
import { Versions } from '../parts/Versions.tsx';
import { useSession } from '../session.ts';
import { useWindow } from '../use-window.ts';
import { useWords } from '../words/words.ts';

interface BucketProps {
  readonly preview: Preview;
  readonly bucket: BucketName;
  readonly count: number;
}

export function BucketRows({ preview, bucket, count }: BucketProps) {
  const { preview: words } = useWords();
  const [wasOpened, setOpened] = useState(false);
  return (
    <details class={`bucket ${bucket}`} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{words[bucket](count)}</summary>
      {bucket === 'conflicts' && <p class="muted">{words.conflictsHint}</p>}
      {bucket === 'refused' && <p class="muted">{words.refusedHint}</p>}
      {wasOpened && <Rows preview={preview} bucket={bucket} count={count} />}
    </details>
  );
}

type BucketRow = Fact | Conflict<Fact> | RefusedRow;

function Rows({ preview, bucket, count }: BucketProps) {
  const { preview: words } = useWords();
  const { api } = useSession();
  const window = useWindow<BucketRow>(`${preview.id}/${bucket}`, 0, async (range) => {
    const answer = await api.previewRows(preview.id, bucket, range);
    if (answer.kind === 'refused') return answer;
    return { total: answer.total, rows: [...answer.facts, ...answer.conflicts, ...answer.refused] };
  });
  return (
    <RowList label={words[bucket](count)} window={window}>
      {(row, index) => (
        <li key={index} class="row">
          <BucketRowText row={row} from={preview.from?.nodeName || preview.from?.peerId || words.somebody} />
        </li>
      )}
    </RowList>
  );
}

function BucketRowText({ row, from }: { row: BucketRow; from: string }) {
  const { preview: words, refusals } = useWords();
  if ('refusal' in row) {
    return (
      <div>
        <Hash value={row.id || words.noId} />
        <p>
          {refusals[row.refusal.code](row.refusal).what} <code>{row.refusal.place}</code>
        </p>
      </div>
    );
  }
  if ('theirs' in row) {
    return <Versions ours={{ fact: row.ours }} theirs={{ fact: row.theirs, by: words.from(from) }} />;
  }
  return <FactText content={row.content} />;
}
