import type { Refusal } from '../../domain/refusal.ts';
import { useWords } from '../words/words.ts';

/** What happened, where, what became of the data, and what to do next: ARCHITECTURE "Refusals and outcomes". */
export function RefusalText({ refusal }: { refusal: Refusal }) {
  const { refusals, shell } = useWords();
  const { what, changed, next } = refusals[refusal.code](refusal);
  return (
    <div>
      <p class="what">{what}</p>
      {refusal.place && (
        <p>
          {shell.place}: <code>{shell.placeOf(refusal.place)}</code>
        </p>
      )}
      <p>
        {changed ?? shell.nothingChanged} {next}
      </p>
    </div>
  );
}
