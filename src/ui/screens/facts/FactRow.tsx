/** One fact in the list: its text, its labels, and the buttons that change it. A gene has no buttons. */
import { useId, useState } from 'preact/hooks';
import type { FactMark, FactRow as Row } from '../../../peer-api.ts';
import type { Notice } from '../../hooks/notice.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Button } from '../../parts/Button.tsx';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { FactLabels } from '../../parts/FactLabels.tsx';
import { FactText, titleOf } from '../../parts/FactText.tsx';
import { useWords } from '../../words/words.ts';

interface FactRowProps {
  readonly row: Row;
  onEdit(): void;
}

export function FactRow({ row, onEdit }: FactRowProps) {
  const { facts: words } = useWords();
  const titleId = useId();
  const { fact } = row;
  return (
    <li class="card fact">
      <FactText content={fact.content} titleId={titleId} />
      <FactLabels {...row} />
      {fact.isGene ? (
        <Disclosure summary={words.geneAbout}>
          <p>{words.geneWhy}</p>
        </Disclosure>
      ) : (
        <FactButtons row={row} titleId={titleId} onEdit={onEdit} />
      )}
    </li>
  );
}

function FactButtons({ row, titleId, onEdit }: { row: Row; titleId: string; onEdit: () => void }) {
  const { facts: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const { id, content } = row.fact;
  const setMark = (name: string, mark: FactMark, on: boolean) =>
    act.run(name, async (): Promise<Notice> => {
      const outcome = await api.markFact(id, mark, on);
      // The row vanishes from the list: the notice says where it is.
      const isGone = outcome.kind === 'done' && mark === 'archived' && on;
      return isGone ? { kind: 'said', text: words.archivedNow } : outcome;
    });
  const stale = row.stale ? words.unmarkStale : words.markStale;
  const archive = row.archived ? words.unarchive : words.archive;
  return (
    <div class="actions row-actions">
      <Button kind="quiet" describedBy={titleId} onClick={onEdit}>
        {words.edit}
      </Button>
      <Button kind="quiet" describedBy={titleId} onClick={() => setMark(stale, 'stale', !row.stale)}>
        {stale}
      </Button>
      <Button kind="quiet" describedBy={titleId} onClick={() => setMark(archive, 'archived', !row.archived)}>
        {archive}
      </Button>
      <Button kind="quiet" act={act} describedBy={titleId} onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      {isAsking && (
        <ConfirmDialog
          question={words.removeQuestion}
          text={`“${titleOf(content, 80)}” ${words.removeText}`}
          yes={words.remove}
          no={words.keep}
          onAnswer={(yes) => {
            setAsking(false);
            if (yes) act.run(words.remove, () => api.deleteFact(id));
          }}
        />
      )}
    </div>
  );
}
