import { useWords } from '../words/words.ts';

/** The number of this document was given to another one: said before Accept, which stays possible. */
export function ClashText({ number }: { number: number }) {
  const { cloned: words, formats } = useWords();
  return (
    <div class="callout warning stack tight">
      <p>
        <strong>{words.preview}</strong>
      </p>
      <p>{words.previewWhat(formats.number(number))}</p>
    </div>
  );
}
