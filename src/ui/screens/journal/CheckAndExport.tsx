/** Is every line what the one behind it was written after? And the whole of it as a file, for whoever wants to check that elsewhere. */
import { useState } from 'preact/hooks';
import type { JournalState } from '../../../peer-api.ts';
import type { Notice } from '../../hooks/notice.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useFileNow } from '../../hooks/use-file-out.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useWords } from '../../words/words.ts';

export function CheckAndExport() {
  const { journal: words, carry } = useWords();
  const { api, snapshot } = useSession();
  const checking = useAct();
  const exporting = useAct();
  const handOver = useFileNow();
  const [checked, setChecked] = useState<(JournalState & { readonly revision: number }) | null>(null);
  // What was found holds until something new is written.
  const state = checked?.revision === snapshot.revision ? checked : null;

  const check = () =>
    checking.run(words.check, api.checkJournal, (found) => {
      if (found.kind !== 'refused') setChecked({ ...found, revision: snapshot.revision });
    });
  const save = () =>
    exporting.run(words.export, async (): Promise<Notice | null> => {
      const exported = await api.exportJournal();
      if (exported.kind === 'refused') return exported;
      return handOver(exported.file, exported.fileName, carry.saved(exported.fileName));
    });

  return (
    <div class="bar">
      <div class="actions">
        <Button act={checking} onClick={check}>
          {words.check}
        </Button>
        <Button icon="save" act={exporting} onClick={save}>
          {words.export}
        </Button>
      </div>
      <div role="status" class="fact-line good" aria-label={words.chain}>
        {state?.brokenAt === null && (
          <>
            <Icon name="check" />
            <span>{words.whole(state.length)}</span>
          </>
        )}
      </div>
      {state && state.brokenAt !== null && (
        <div role="alert" class="fact-line bad">
          <Icon name="warning" />
          <span>
            {words.broken(state.brokenAt)} {words.brokenText}
          </span>
        </div>
      )}
    </div>
  );
}
