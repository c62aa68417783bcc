/** A document on its way out: copy, save, share. Everything is ready before a button can be pressed (DESIGN 8). */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { copyText } from '../../carry/copy-text.ts';
import { prepareShare } from '../../carry/prepare-share.ts';
import { saveFile } from '../../carry/save-file.ts';
import type { Carried } from '../../peer-api.ts';
import { shown } from '../exchange/payload-draft.ts';
import type { Notice } from '../notice.ts';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { useWords } from '../words/words.ts';
import { Button } from './Button.tsx';

/** `carried`: null while it is being made. */
export function CarryOut({ carried }: { carried: Carried | null }) {
  const { carry } = useWords();
  const { api } = useSession();
  const act = useAct();
  const noteId = useId();
  const [byHand, setByHand] = useState(false);
  const share = useMemo(() => carried && prepareShare(carried.file, carried.fileName), [carried]);
  const text = carried?.text ?? null;

  // Another document is another try
  useEffect(() => setByHand(false), [carried]);

  /** Tells the memory that it left, then the person. */
  const left = async (dropId: string, said: string): Promise<Notice> => {
    const outcome = await api.carriedOut(dropId);
    return outcome.kind === 'refused' ? outcome : { kind: 'said', text: said };
  };

  const copy = (ready: Carried, readyText: string) =>
    act.run(carry.copy, async (): Promise<Notice> => {
      if ((await copyText(readyText)) === 'copied') return left(ready.dropId, carry.copied);
      const next = shown(readyText) ? carry.copyDeniedNext : carry.copyDeniedNextFile;
      setByHand(shown(readyText));
      return { kind: 'failed', code: 'clipboard-denied', what: carry.copyDenied, next };
    });

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
      {byHand && text !== null && <ByHand label={carry.byHand} text={text} />}
    </>
  );
}

/** The last rung: the person's own fingers. */
function ByHand({ label, text }: { label: string; text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.select(), []);
  return <textarea ref={area} readOnly rows={6} aria-label={label} value={text} />;
}
