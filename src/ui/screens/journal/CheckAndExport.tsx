/** Verifies the hash chain of the journal, and exports the journal as a file, so that it can be checked elsewhere. */
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
  const giveFile = useFileNow();
  const [checked, setChecked] = useState<(JournalState & { readonly revision: number }) | null>(null);
  // A result holds only until something new is written.
  const state = checked?.revision === snapshot.revision ? checked : null;

  const checkChain = () =>
    checking.run(words.check, api.checkJournal, (found) => {
      if (found.kind !== 'refused') setChecked({ ...found, revision: snapshot.revision });
    });
  const exportFile = () =>
    exporting.run(words.export, async (): Promise<Notice | null> => {
      const exported = await api.exportJournal();
      if (exported.kind === 'refused') return exported;
      return giveFile(exported.file, exported.fileName, carry.saved(exported.fileName));
    });

  return (
    <div class="bar">
      <div class="actions">
        <Button act={checking} onClick={checkChain}>
          {words.check}
        </Button>
        <Button icon="save" act={exporting} onClick={exportFile}>
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
