/** The warning that a trusted peer sends genes which its genome hash denies (ARCHITECTURE "Importing"). */
import type { Refusal } from '../../domain/refusal.ts';
import type { PageApi, RowsPreview } from '../../peer-api.ts';
import { useSession } from '../hooks/session.ts';
import { type LoadedRows, useWindow } from '../hooks/use-window.ts';
import { useWords } from '../words/words.ts';

interface RefusedGene {
  readonly id: string;
  readonly isForeign: boolean;
}

const MOST_NAMES = 10;
/** Refused rows in one question to the worker. */
const STEP = 1000;

export function GeneWarning({ preview }: { preview: RowsPreview }) {
  const { preview: words } = useWords();
  const { api } = useSession();
  const { rows } = useWindow<RefusedGene>(`${preview.id}/genes`, 0, () => refusedGenes(api, preview));
  const foreign = rows.filter((gene) => gene.isForeign);
  const changed = rows.filter((gene) => !gene.isForeign);
  const namesOf = (genes: readonly RefusedGene[]) => [
    ...genes.slice(0, MOST_NAMES).map(({ id }) => id),
    ...(genes.length > MOST_NAMES ? [words.moreGenes(genes.length - MOST_NAMES)] : []),
  ];
  return (
    <div role="status">
      {rows.length > 0 && (
        <div class="callout warning">
          <p>
            <strong>{words.genesRefused(preview.from.nodeName)}</strong>
          </p>
          {foreign.length > 0 && <p>{words.foreignGenes(namesOf(foreign))}</p>}
          {changed.length > 0 && <p>{words.changedGenes(namesOf(changed))}</p>}
          <p>{words.genesAdvice}</p>
        </div>
      )}
    </div>
  );
}

/**
 * Looks for genes among all refused rows, step by step: many other rows may come before one. The search finds ids too,
 * so the refusal code decides.
 */
async function refusedGenes(api: PageApi, preview: RowsPreview): Promise<LoadedRows<RefusedGene> | Refusal> {
  const genes: RefusedGene[] = [];
  let total = STEP;
  for (let offset = 0; offset < total; offset += STEP) {
    const answer = await api.previewRows(preview.id, 'refused', 'gene', { offset, limit: STEP });
    if (answer.kind === 'refused') return answer;
    total = answer.total;
    for (const { row } of answer.rows) {
      if (row.kind !== 'refused') continue;
      if (row.refusal.code === 'foreign-gene') genes.push({ id: row.id, isForeign: true });
      if (row.refusal.code === 'gene-changed') genes.push({ id: row.id, isForeign: false });
    }
  }
  return { total: genes.length, rows: genes };
}
