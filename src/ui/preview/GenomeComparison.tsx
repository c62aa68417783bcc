import type { Preview } from '../../peer-api.ts';
import { Icon } from '../parts/Icon.tsx';
import { TwoHashes } from '../parts/TwoHashes.tsx';
import { useWords } from '../words/words.ts';

export function GenomeComparison({ genome }: { genome: Preview['genome'] }) {
  const { preview: words } = useWords();
  return (
    <div>
      <p class={genome.same ? 'fact-line good' : 'fact-line bad'}>
        <Icon name={genome.same ? 'check' : 'warning'} />
        <span>{genome.same ? words.genomeSame : words.genomeDifferent}</span>
      </p>
      {!genome.same && <TwoHashes ours={genome.ours} theirs={genome.theirs} />}
    </div>
  );
}
