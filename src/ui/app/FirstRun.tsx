/** The screen of a node that has not been started: a name, or an archive to restore. A practice node has its own. */

import { useState } from 'preact/hooks';
import { takeFile } from '../../carry/files.ts';
import type { Notice } from '../hooks/notice.ts';
import { useSession } from '../hooks/session.ts';
import { useAct } from '../hooks/use-act.ts';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { HomeScreenAdvice } from '../parts/HomeScreenAdvice.tsx';
import { Logo } from '../parts/Logo.tsx';
import { lazy } from '../parts/lazy.tsx';
import { Notices } from '../parts/Notices.tsx';
import { PracticeOffer } from '../practice/PracticeLink.tsx';
import { useWords } from '../words/words.ts';
import { RestoreArchive } from './screens.ts';

const PracticeStart = lazy(async () => (await import('../practice/PracticeStart.tsx')).PracticeStart);

export function FirstRun({ notice }: { notice: Notice | null }) {
  const { practiceNode } = useSession();
  return practiceNode ? <PracticeStart node={practiceNode} notice={notice} /> : <OwnStart notice={notice} />;
}

function OwnStart({ notice }: { notice: Notice | null }) {
  const words = useWords();
  const { api } = useSession();
  const act = useAct();
  const [name, setName] = useState('');
  const { shell, archive } = words;
  const [file, setFile] = useState<File | null>(null);
  return (
    <main class="lone">
      <Logo />
      <h1 tabIndex={-1}>{shell.welcome}</h1>
      <p class="lead">{shell.welcomeText}</p>
      <HomeScreenAdvice />
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          act.run(shell.start, () => api.startNode(name));
        }}
      >
        <Field label={shell.nodeName} hint={shell.nodeNameHint}>
          {(id) => (
            <input
              {...id}
              type="text"
              autocomplete="off"
              spellcheck={false}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button kind="primary" type="submit" act={act}>
          {shell.start}
        </Button>
        <p class="hint">{shell.startHint}</p>
      </form>
      <section class="card stack">
        <p class="muted">{archive.haveText}</p>
        <div class="actions">
          <FileButton label={archive.have} onChoose={(input) => setFile(takeFile(input))} />
        </div>
        {file && <RestoreArchive key={`${file.name} ${file.size}`} file={file} onClose={() => setFile(null)} />}
      </section>
      <PracticeOffer />
      <Notices notice={notice} />
    </main>
  );
}
