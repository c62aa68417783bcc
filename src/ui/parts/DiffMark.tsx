import { useWords } from '../words/words.ts';

/** Words that only one of two versions has: `del` for ours, `ins` for theirs. Screen readers hear which. */
export function DiffMark({ as: Tag, text }: { as: 'ins' | 'del'; text: string }) {
  const { conflicts: words } = useWords();
  return (
    <Tag>
      <span class="hidden">{Tag === 'del' ? words.onlyOurs : words.onlyTheirs} </span>
      {text}
    </Tag>
  );
}
