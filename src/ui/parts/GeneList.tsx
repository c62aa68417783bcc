import type { Gene } from '../../domain/genome.ts';

/** A longer list in the document makes the page slow. */
const MOST_GENES = 200;
/** Of a gene's content, in UTF-16 units. */
const LONGEST_CONTENT = 1000;

export function GeneList({ genes }: { genes: readonly Gene[] }) {
  return (
    <ul class="gene-list">
      {genes.slice(0, MOST_GENES).map((gene) => (
        <li key={gene.id}>
          <code class="hash">{gene.id}</code>
          <p>{gene.content.slice(0, LONGEST_CONTENT)}</p>
        </li>
      ))}
      {genes.length > MOST_GENES && <li>…</li>}
    </ul>
  );
}
