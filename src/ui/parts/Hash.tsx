/** Ids and hashes as text: one alone, or two that differ. */
import { useWords } from '../words/words.ts';

const GROUPS_OF_EIGHT = /.{1,8}/gs;

/** A whole id or hash. It breaks between groups of eight characters, so that its lines have one length. */
export function Hash({ value }: { value: string }) {
  const prefix = /^peer_/.exec(value)?.[0] ?? '';
  const groups = value.slice(prefix.length).match(GROUPS_OF_EIGHT) ?? [];
  return (
    <code class="hash">
      {prefix}
      {groups.map((group, index) => (
        <>
          {index > 0 && <wbr />}
          {group}
        </>
      ))}
    </code>
  );
}

/** Our genome hash above theirs. An empty hash is a node without genes. */
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
