/** An archive that a person opened: asks for its passphrase, shows what it holds, and restores it. */
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
import { formatWireTime } from '../parts/Time.tsx';
import { useWords } from '../words/words.ts';

interface RestoreArchiveProps {
  readonly file: Blob;
  /** What the file is, if the inbox has read it. Without it, the file is read here. */
  readonly found?: ArchivePreview | SealedArchive;
  onClose(): void;
}

export function RestoreArchive({ file, found, onClose }: RestoreArchiveProps) {
  const { archive: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const job = useJob();
  const [archive, setArchive] = useState<ArchivePreview | SealedArchive | null>(found ?? null);
  const [passphrase, setPassphrase] = useState('');

  useUnsavedWork('preview', archive !== null);

  const open = (secret: string | null) =>
    act.run(
      words.openFile,
      () => job.run((ref) => api.openArchive(file, secret, ref)),
      (result) => {
        if (result.kind === 'archive-preview' || result.kind === 'sealed-archive') setArchive(result);
        else if (secret === null) onClose();
      },
    );
  useEffect(() => {
    if (!found) open(null);
  }, []);
  const isOpen = useRef(false);
  isOpen.current = archive?.kind === 'archive-preview';
  const closeArchive = () => {
    if (isOpen.current) void api.closeArchive();
  };
  // An archive of the inbox is still there if the person comes back to that screen. Any other goes with this panel.
  useEffect(() => (found ? undefined : closeArchive), []);
  const close = () => {
    if (found) closeArchive();
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
      {archive?.kind === 'sealed-archive' && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            open(passphrase);
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
      {archive?.kind === 'archive-preview' && (
        <>
          <ArchiveContents preview={archive} />
          <div class="actions">
            <Button kind="primary" act={act} onClick={() => restore(archive.id)}>
              {words.restore}
            </Button>
          </div>
        </>
      )}
      <JobProgress job={job} />
    </FocusRegion>
  );
}

function ArchiveContents({ preview: { nodeName, peerId, madeAt, holds, lacks, hasKey } }: { preview: ArchivePreview }) {
  const { archive: words, formats } = useWords();
  const losesSomething = lacks !== null && lacks.facts + lacks.incidents + lacks.peers > 0;
  return (
    <>
      <div>
        <h2>{words.whose(nodeName)}</h2>
        <p class="muted">
          <Hash value={peerId} />
        </p>
        <p class="muted">{words.madeAt(formatWireTime(madeAt, formats) ?? madeAt)}</p>
      </div>
      <p>{words.holds(holds)}</p>
      {lacks && (
        <p class={losesSomething ? 'callout warning' : ''}>
          {losesSomething ? words.lacks(lacks) : words.lacksNothing}
        </p>
      )}
      {lacks && <p>{words.replaces}</p>}
      <p class="callout">{hasKey ? words.withKey : words.withoutKey}</p>
    </>
  );
}
