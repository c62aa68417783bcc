/** An archive that a person opened: its passphrase where it wants one, what it holds, and the step that puts it in the place of everything. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArchivePreview, SealedArchive } from '../../peer-api.ts';
import { useSession } from '../hooks/session.ts';
import { useUnsavedWork } from '../hooks/unsaved-work.ts';
import { useAct } from '../hooks/use-act.ts';
import { useJob } from '../hooks/use-job.ts';
import { Button } from '../parts/Button.tsx';
import { FocusRegion } from '../parts/FocusRegion.tsx';
import { Hash } from '../parts/Hash.tsx';
import { JobProgress } from '../parts/JobProgress.tsx';
import { Passphrase } from '../parts/Passphrase.tsx';
import { shownTime } from '../parts/Time.tsx';
import { useWords } from '../words/words.ts';

interface RestoreArchiveProps {
  readonly file: Blob;
  /** What it turned out to be, where somebody has looked already. */
  readonly found?: ArchivePreview | SealedArchive;
  onClose(): void;
}

export function RestoreArchive({ file, found, onClose }: RestoreArchiveProps) {
  const { archive: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const job = useJob();
  const [seen, setSeen] = useState<ArchivePreview | SealedArchive | null>(found ?? null);
  const [passphrase, setPassphrase] = useState('');

  useUnsavedWork('preview', seen !== null);

  const look = (secret: string | null) =>
    act.run(
      words.openFile,
      () => job.run((ref) => api.openArchive(file, secret, ref)),
      (result) => {
        if (result.kind === 'archive-preview' || result.kind === 'sealed-archive') setSeen(result);
        else if (secret === null) onClose();
      },
    );
  useEffect(() => {
    if (!found) look(null);
  }, []);
  const isOpen = useRef(false);
  isOpen.current = seen?.kind === 'archive-preview';
  const letGo = () => {
    if (isOpen.current) void api.closeArchive();
  };
  // On the desk it is still there when a person comes back to that screen; elsewhere it goes with this panel.
  useEffect(() => (found ? undefined : letGo), []);
  const close = () => {
    if (found) letGo();
    onClose();
  };
  const restore = (id: number) =>
    act.run(
      words.restore,
      () => job.run((ref) => api.restoreArchive(id, ref)),
      ({ kind }) => {
        if (kind === 'done') onClose();
      },
    );

  return (
    <FocusRegion label={words.restore} onClose={close}>
      {seen?.kind === 'sealed-archive' && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            look(passphrase);
          }}
        >
          <h2>{words.sealedFile}</h2>
          <Passphrase label={words.passphrase} value={passphrase} onInput={setPassphrase} />
          <div class="actions">
            <Button kind="primary" type="submit" act={act} disabled={passphrase === ''}>
              {words.unlock}
            </Button>
          </div>
        </form>
      )}
      {seen?.kind === 'archive-preview' && (
        <>
          <Contents preview={seen} />
          <div class="actions">
            <Button kind="primary" act={act} onClick={() => restore(seen.id)}>
              {words.restore}
            </Button>
          </div>
        </>
      )}
      <JobProgress job={job} />
    </FocusRegion>
  );
}

function Contents({ preview: { nodeName, peerId, madeAt, holds, lacks, hasKey } }: { preview: ArchivePreview }) {
  const { archive: words, formats } = useWords();
  const isBehind = lacks !== null && lacks.facts + lacks.incidents + lacks.peers > 0;
  return (
    <>
      <div>
        <h2>{words.whose(nodeName)}</h2>
        <p class="muted">
          <Hash value={peerId} />
        </p>
        <p class="muted">{words.madeAt(shownTime(madeAt, formats) ?? madeAt)}</p>
      </div>
      <p>{words.holds(holds)}</p>
      {lacks && <p class={isBehind ? 'callout warning' : ''}>{isBehind ? words.lacks(lacks) : words.lacksNothing}</p>}
      {lacks && <p>{words.replaces}</p>}
      <p class="callout">{hasKey ? words.withKey : words.withoutKey}</p>
    </>
  );
}
