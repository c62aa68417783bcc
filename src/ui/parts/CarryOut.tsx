/**
 * The buttons that carry a document out: copy, save, share. Text and file are ready before a button is enabled:
 * ARCHITECTURE "Platform facts".
 */
import { useId } from 'preact/hooks';
import type { Carried } from '../../peer-api.ts';
import type { Notice } from '../hooks/notice.ts';
import { useSession } from '../hooks/session.ts';
import { useAct } from '../hooks/use-act.ts';
import { useCopy } from '../hooks/use-copy.ts';
import { useFileOut } from '../hooks/use-file-out.ts';
import { useWords } from '../words/words.ts';
import { Button } from './Button.tsx';
import { CopyByHand } from './CopyByHand.tsx';
import { fitsDocument } from './FactText.tsx';

/** `carried`: the document; null while it is being made. */
export function CarryOut({ carried }: { carried: Carried | null }) {
  const { carry } = useWords();
  const { api } = useSession();
  const act = useAct();
  const noteId = useId();
  const text = carried?.text ?? null;
  const mayShow = text !== null && fitsDocument(text);
  const { byHand, copy: copyText, showByHand } = useCopy(carried, mayShow);
  const afterFailedShare = mayShow ? carry.byHandNext : carry.shareFailedAgain;
  const { save, share } = useFileOut(carried?.file ?? null, carried?.fileName ?? '', afterFailedShare);

  /** Records that the document was carried out. Resolves to the notice for the person. */
  const recordCarried = async (dropId: string, said: string): Promise<Notice> => {
    const outcome = await api.carriedOut(dropId);
    return outcome.kind === 'refused' ? outcome : { kind: 'said', text: said };
  };

  const copy = (ready: Carried, readyText: string) =>
    act.run(carry.copy, () =>
      copyText(
        readyText,
        () => recordCarried(ready.dropId, carry.copied),
        mayShow ? carry.copyDeniedNext : save ? carry.copyDeniedNextFile : carry.copyDeniedNextShare,
      ),
    );

  const saveFile = (ready: Carried, download: () => void) =>
    act.run(carry.saveFile, async () => {
      download();
      return recordCarried(ready.dropId, carry.saved(ready.fileName));
    });

  const shareFile = (ready: Carried, openShareSheet: NonNullable<typeof share>) =>
    act.run(
      carry.share,
      () => openShareSheet(() => recordCarried(ready.dropId, carry.shared)),
      (result) => {
        if (result?.kind === 'failed') showByHand();
      },
    );

  return (
    <>
      <div class="actions">
        <Button
          kind={text !== null || !carried ? 'primary' : 'plain'}
          icon="copy"
          act={act}
          disabled={text === null}
          describedBy={noteId}
          onClick={() => carried && text !== null && copy(carried, text)}
        >
          {carry.copy}
        </Button>
        {(save || !share) && (
          <Button
            kind={carried && text === null ? 'primary' : 'plain'}
            icon="save"
            disabled={!carried}
            onClick={() => carried && save && saveFile(carried, save)}
          >
            {carry.saveFile}
          </Button>
        )}
        {carried && share && (
          <Button
            kind={text === null && !save ? 'primary' : 'plain'}
            icon="share"
            onClick={() => shareFile(carried, share)}
          >
            {carry.share}
          </Button>
        )}
      </div>
      <p class="hint" id={noteId}>
        {carried ? carry.size(carried.file.size) : carry.preparing}
        {carried && text === null && ` · ${save ? carry.tooLarge : carry.tooLargeShare}`}
      </p>
      {byHand && text !== null && <CopyByHand text={text} />}
    </>
  );
}
