import { useWords } from '../words/words.ts';

/** Words that only one of two versions has: marked for the eye and for the ear. */
export function DiffMark({ as: Mark, text }: { as: 'ins' | 'del'; text: string }) {
  const { conflicts: words } = useWords();
  return (
    <Mark>
      <span class="hidden">{Mark === 'del' ? words.onlyOurs : words.onlyTheirs} </span>
      {text}
    </Mark>
  );
}
