import type { Preview } from '../../peer-api.ts';
import { GeneList } from '../parts/GeneList.tsx';
import { useWords } from '../words/words.ts';

/** The genes that would be added, and whose trust ends with it. */
export function GenomeGrowth({ preview }: { preview: Preview }) {
  const { preview: words } = useWords();
  const { newGenes, distrusts } = preview;
  return (
    <>
      <h3>{words.newGenes(newGenes.length)}</h3>
      <GeneList genes={newGenes} />
      {distrusts.length > 0 ? (
        <p class="callout warning">{words.distrusts(distrusts)}</p>
      ) : (
        <p>{words.distrustsNobody}</p>
      )}
    </>
  );
}
