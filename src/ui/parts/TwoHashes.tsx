import { useWords } from '../words/words.ts';
import { Hash } from './Hash.tsx';

/** Two genome hashes that differ, one above the other. */
export function TwoHashes({ ours, theirs }: { ours: string; theirs: string }) {
  const { preview: words } = useWords();
  return (
    <dl class="pairs">
      <div>
        <dt>{words.ours}</dt>
        <dd>{ours === '' ? words.noHash : <Hash value={ours} />}</dd>
      </div>
      <div>
        <dt>{words.theirs}</dt>
        <dd>{theirs === '' ? words.noHash : <Hash value={theirs} />}</dd>
      </div>
    </dl>
  );
}
