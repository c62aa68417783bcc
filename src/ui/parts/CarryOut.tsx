/** A document on its way out: copy, save, share. Everything is ready before a button can be pressed (DESIGN 8). */
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
import { shown } from './FactText.tsx';

/** `carried`: null while it is being made. */
export function CarryOut({ carried }: { carried: Carried | null }) {
  const { carry } = useWords();
  const { api } = useSession();
  const act = useAct();
  const noteId = useId();
  const text = carried?.text ?? null;
  const mayShow = text !== null && shown(text);
  const { byHand, copy: copyOut, showByHand } = useCopy(carried, mayShow);
  const ifNot = mayShow ? carry.byHandNext : carry.shareFailedAgain;
  const { save, share } = useFileOut(carried?.file ?? null, carried?.fileName ?? '', ifNot);

  /** Tells the memory that it left, then the person. */
  const left = async (dropId: string, said: string): Promise<Notice> => {
    const outcome = await api.carriedOut(dropId);
    return outcome.kind === 'refused' ? outcome : { kind: 'said', text: said };
  };

  const copy = (ready: Carried, readyText: string) =>
    act.run(carry.copy, () =>
      copyOut(
        readyText,
        () => left(ready.dropId, carry.copied),
        mayShow ? carry.copyDeniedNext : save ? carry.copyDeniedNextFile : carry.copyDeniedNextShare,
      ),
    );

  const saveNow = (ready: Carried, hand: () => void) =>
    act.run(carry.saveFile, async () => {
      hand();
      return left(ready.dropId, carry.saved(ready.fileName));
    });

  const send = (ready: Carried, open: NonNullable<typeof share>) =>
    act.run(
      carry.share,
      () => open(() => left(ready.dropId, carry.shared)),
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
            onClick={() => carried && save && saveNow(carried, save)}
          >
            {carry.saveFile}
          </Button>
        )}
        {carried && share && (
          <Button kind={text === null && !save ? 'primary' : 'plain'} icon="share" onClick={() => send(carried, share)}>
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
