import { useWords } from '../words/words.ts';

/** Eight characters stand together. */
const GROUPS = /.{1,8}/gs;

/** An id or hash: whole, in letters of one width, breaking between groups into lines of one length. */
export function Hash({ value }: { value: string }) {
  const head = /^peer_/.exec(value)?.[0] ?? '';
  const groups = value.slice(head.length).match(GROUPS) ?? [];
  return (
    <code class="hash">
      {head}
      {groups.map((group, index) => (
        <>
          {index > 0 && <wbr />}
          {group}
        </>
      ))}
    </code>
  );
}

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
