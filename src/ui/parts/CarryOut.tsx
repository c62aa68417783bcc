/** A document on its way out: copy, save, share. Everything is ready before a button can be pressed (DESIGN 8). */
import { useId, useMemo } from 'preact/hooks';
import { prepareShare } from '../../carry/prepare-share.ts';
import { saveFile } from '../../carry/save-file.ts';
import type { Carried } from '../../peer-api.ts';
import { shown } from '../exchange/payload-draft.ts';
import type { Notice } from '../notice.ts';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { useCopy } from '../use-copy.ts';
import { useWords } from '../words/words.ts';
import { Button } from './Button.tsx';
import { ByHand } from './ByHand.tsx';

/** `carried`: null while it is being made. */
export function CarryOut({ carried }: { carried: Carried | null }) {
  const { carry } = useWords();
  const { api } = useSession();
  const act = useAct();
  const noteId = useId();
  const share = useMemo(() => carried && prepareShare(carried.file, carried.fileName), [carried]);
  const text = carried?.text ?? null;
  const mayShow = text !== null && shown(text);
  const { byHand, copy: copyOut } = useCopy(carried, mayShow);

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
        mayShow ? carry.copyDeniedNext : carry.copyDeniedNextFile,
      ),
    );

  const save = (ready: Carried) =>
    act.run(carry.saveFile, async () => {
      saveFile(ready.file, ready.fileName);
      return left(ready.dropId, carry.saved(ready.fileName));
    });

  const send = (ready: Carried, open: NonNullable<typeof share>) =>
    act.run(carry.share, async (): Promise<Notice | null> => {
      const result = await open();
      if (result === 'shared') return left(ready.dropId, carry.shared);
      if (result === 'cancelled') return null;
      return { kind: 'failed', code: 'share-failed', what: carry.shareFailed, next: carry.shareFailedNext };
    });

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
        <Button
          kind={carried && text === null ? 'primary' : 'plain'}
          icon="save"
          disabled={!carried}
          onClick={() => carried && save(carried)}
        >
          {carry.saveFile}
        </Button>
        {carried && share && (
          <Button icon="share" onClick={() => send(carried, share)}>
            {carry.share}
          </Button>
        )}
      </div>
      <p class="hint" id={noteId}>
        {carried ? carry.size(carried.file.size) : carry.preparing}
        {carried && text === null && ` · ${carry.tooLarge}`}
      </p>
      {byHand && text !== null && <ByHand text={text} />}
    </>
  );
}
