import { useState } from 'preact/hooks';
import { Notices } from './Notices.tsx';
import type { Notice } from './notice.ts';
import { Button } from './parts/Button.tsx';
import { Field } from './parts/Field.tsx';
import { Mark } from './parts/Mark.tsx';
import { useSession } from './session.ts';
import { useAct } from './use-act.ts';
import { useWords } from './words/words.ts';

export function FirstRun({ notice }: { notice: Notice | null }) {
  const words = useWords();
  const { api } = useSession();
  const act = useAct();
  const [name, setName] = useState('');
  const { shell } = words;
  return (
    <main class="lone">
      <Mark />
      <h1>{shell.welcome}</h1>
      <p class="lead">{shell.welcomeText}</p>
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
      <Notices notice={notice} />
    </main>
  );
}
