/** The archive: how old the last one is, making one, restoring one, and the node that the last restore replaced. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { takeFile } from '../../../../carry/files.ts';
import type { ReplacedView } from '../../../../peer-api.ts';
import { useNow } from '../../../hooks/Clock.tsx';
import { useRoute } from '../../../hooks/route.ts';
import { useSession } from '../../../hooks/session.ts';
import { useAct } from '../../../hooks/use-act.ts';
import { useFileNow } from '../../../hooks/use-file-out.ts';
import { useJob } from '../../../hooks/use-job.ts';
import { Button } from '../../../parts/Button.tsx';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import { FileButton } from '../../../parts/FileButton.tsx';
import { JobProgress } from '../../../parts/JobProgress.tsx';
import { RestoreArchive } from '../../../restore/RestoreArchive.tsx';
import { useWords } from '../../../words/words.ts';
import { MakeArchive } from './MakeArchive.tsx';

export function ArchivePanel() {
  const { archive: words, formats } = useWords();
  const { snapshot } = useSession();
  const id = useId();
  const now = useNow();
  const [open, setOpen] = useState<'make' | File | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isWanted = useRoute().detail[0] === 'archive';
  useEffect(() => {
    if (!isWanted) return;
    // A new screen begins at its top; only after that the focus moves to this panel, to which a link has led.
    const frame = requestAnimationFrame(() => heading.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isWanted]);
  const { at, facts, pairings } = snapshot.archive;
  const close = () => setOpen(null);
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p class="muted">{words.about}</p>
      <p class={at === null ? 'callout warning' : ''}>
        {at === null ? words.never : words.last(formats.relative(at, now))}{' '}
        {facts + pairings > 0 ? words.since(facts, pairings) : at !== null && words.all}
      </p>
      <div class="actions">
        <Button
          kind="primary"
          icon="save"
          expanded={open === 'make'}
          onClick={() => setOpen(open === 'make' ? null : 'make')}
        >
          {words.make}
        </Button>
        <FileButton label={words.openFile} onChoose={(input) => setOpen(takeFile(input))} />
      </div>
      {open === 'make' && <MakeArchive onClose={close} />}
      {open instanceof File && <RestoreArchive key={`${open.name} ${open.size}`} file={open} onClose={close} />}
      {snapshot.replaced && <ReplacedNode replaced={snapshot.replaced} />}
    </section>
  );
}

/** The node that was here before a restore. It can be saved, put back or deleted. */
function ReplacedNode({ replaced: { at, nodeName, bytes } }: { replaced: ReplacedView }) {
  const { archive: words, formats, shell } = useWords();
  const { api } = useSession();
  const act = useAct();
  const job = useJob();
  const giveFile = useFileNow();
  const [question, setQuestion] = useState<'go-back' | 'delete' | null>(null);
  const save = () =>
    act.run(words.saveKept, async () => {
      const result = await api.saveReplaced();
      if (result.kind === 'refused') return result;
      return giveFile(result.file, result.fileName, words.savedTo(result.fileName));
    });
  const answer = (yes: boolean) => {
    setQuestion(null);
    if (!yes) return;
    if (question === 'go-back') act.run(words.goBack, () => job.run((ref) => api.goBack(ref)));
    else act.run(words.letGo, () => api.letReplacedGo());
  };
  const isGoingBack = question === 'go-back';
  return (
    <div class="callout stack">
      <p>{words.kept(nodeName, formats.date(at), bytes)}</p>
      <div class="actions">
        <Button onClick={save}>{words.saveKept}</Button>
        <Button act={act} onClick={() => setQuestion('go-back')}>
          {words.goBack}
        </Button>
        <Button kind="quiet" onClick={() => setQuestion('delete')}>
          {words.letGo}
        </Button>
      </div>
      <JobProgress job={job} />
      {question && (
        <ConfirmDialog
          question={isGoingBack ? words.goBackQuestion(nodeName) : words.letGoQuestion(nodeName)}
          text={isGoingBack ? words.goBackText : words.letGoText}
          yes={isGoingBack ? words.goBack : words.letGo}
          no={shell.cancel}
          onAnswer={answer}
        />
      )}
    </div>
  );
}
