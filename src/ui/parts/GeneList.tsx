import type { Gene } from '../../domain/genome.ts';

/** What the document holds at most of one long list. */
const MOST = 200;

export function GeneList({ genes }: { genes: readonly Gene[] }) {
  return (
    <ul class="gene-list">
      {genes.slice(0, MOST).map((gene) => (
        <li key={gene.id}>
          <code class="hash">{gene.id}</code>
          <p>{gene.content.slice(0, 1000)}</p>
        </li>
      ))}
      {genes.length > MOST && <li>…</li>}
    </ul>
  );
}
