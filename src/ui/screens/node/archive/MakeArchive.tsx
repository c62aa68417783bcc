/** Makes an archive, then saves or shares it. The passphrase is in this form alone, and only while the form is open. */
import { useId, useState } from 'preact/hooks';
import type { ExportedFile } from '../../../../peer-api.ts';
import type { Notice } from '../../../hooks/notice.ts';
import { useSession } from '../../../hooks/session.ts';
import { useAct } from '../../../hooks/use-act.ts';
import { useFileOut } from '../../../hooks/use-file-out.ts';
import { useJob } from '../../../hooks/use-job.ts';
import { Button } from '../../../parts/Button.tsx';
import { FocusRegion } from '../../../parts/FocusRegion.tsx';
import { JobProgress } from '../../../parts/JobProgress.tsx';
import { Passphrase } from '../../../parts/Passphrase.tsx';
import { RadioGroup } from '../../../parts/RadioGroup.tsx';
import { useWords } from '../../../words/words.ts';

/** A passphrase of fewer characters can be guessed, whatever the characters are. */
const MIN_CHARACTERS = 12;

export function MakeArchive({ onClose }: { onClose: () => void }) {
  const { archive: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const job = useJob();
  const noteId = useId();
  const [protection, setProtection] = useState<'sealed' | 'open'>('sealed');
  const [typed, setTyped] = useState({ first: '', again: '', suggested: '' });
  const [made, setMade] = useState<ExportedFile | null>(null);
  const isSealed = protection === 'sealed';
  const isSameTwice = typed.first === typed.again;
  const isReady = !isSealed || (typed.first !== '' && isSameTwice);

  const suggest = () =>
    act.run(words.suggest, async (): Promise<null> => {
      const suggested = await api.suggestPassphrase();
      setTyped({ first: suggested, again: suggested, suggested });
      return null;
    });
  const make = () =>
    act.run(
      words.makeNow,
      () => job.run((ref) => api.makeArchive(isSealed ? typed.first : null, ref)),
      (result) => {
        if (result.kind === 'file') setMade(result);
      },
    );

  return (
    <FocusRegion label={words.make} onClose={onClose}>
      <h3>{words.make}</h3>
      {made ? (
        <SaveArchive archive={made} onClose={onClose} />
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) make();
          }}
        >
          <RadioGroup
            label={words.how}
            value={protection}
            options={[
              ['sealed', words.sealed],
              ['open', words.open],
            ]}
            onChange={(chosen) => setProtection(chosen)}
          />
          <p class={isSealed ? 'muted' : 'callout warning'}>{isSealed ? words.sealedText : words.openText}</p>
          {isSealed && (
            <>
              <Passphrase
                label={words.passphrase}
                isNew
                value={typed.first}
                onInput={(first) => setTyped({ ...typed, first })}
              />
              <Passphrase
                label={words.again}
                isNew
                value={typed.again}
                onInput={(again) => setTyped({ ...typed, again })}
              />
              <p class="hint" id={noteId} aria-live="polite">
                {typed.again !== '' && !isSameTwice
                  ? words.different
                  : typed.first !== '' && words.strength[strengthOf(typed)]}
              </p>
              {typed.suggested !== '' && typed.first === typed.suggested && (
                <p class="callout">{words.suggested(typed.suggested)}</p>
              )}
            </>
          )}
          <div class="actions">
            <Button kind="primary" type="submit" act={act} disabled={!isReady} describedBy={noteId}>
              {words.makeNow}
            </Button>
            {isSealed && <Button onClick={suggest}>{words.suggest}</Button>}
          </div>
          <JobProgress job={job} />
        </form>
      )}
    </FocusRegion>
  );
}

/** Judges only the length. Whether somebody can know the passphrase cannot be judged here. */
function strengthOf({ first, suggested }: { readonly first: string; readonly suggested: string }) {
  if (first === suggested) return 'suggested';
  return [...first].length < MIN_CHARACTERS ? 'short' : 'unknown';
}

function SaveArchive({ archive, onClose }: { archive: ExportedFile; onClose: () => void }) {
  const { archive: words, carry } = useWords();
  const { api } = useSession();
  const act = useAct();
  const { save, share } = useFileOut(archive.file, archive.fileName, carry.shareFailedAgain);
  const reportSaved = async (text: string): Promise<Notice> => {
    const outcome = await api.archiveSaved();
    return outcome.kind === 'refused' ? outcome : { kind: 'said', text };
  };
  const saveNow = (saveFile: () => void) =>
    act.run(
      carry.saveFile,
      () => {
        saveFile();
        return reportSaved(words.savedTo(archive.fileName));
      },
      onClose,
    );
  const shareNow = (shareFile: NonNullable<typeof share>) =>
    act.run(
      carry.share,
      () => shareFile(() => reportSaved(carry.shared)),
      (result) => {
        if (result?.kind === 'said') onClose();
      },
    );
  return (
    <>
      <p>{words.made(archive.file.size)}</p>
      <div class="actions">
        {save && (
          <Button kind="primary" icon="save" act={act} onClick={() => saveNow(save)}>
            {carry.saveFile}
          </Button>
        )}
        {share && (
          <Button kind={save ? 'plain' : 'primary'} icon="share" act={act} onClick={() => shareNow(share)}>
            {carry.share}
          </Button>
        )}
      </div>
    </>
  );
}
