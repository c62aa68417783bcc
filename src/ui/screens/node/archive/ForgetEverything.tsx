/** Deletes everything of this node from this device. The question before it names the last archive. */
import { useId, useState } from 'preact/hooks';
import { forgetAllBut } from '../../../../carry/device-memory.ts';
import { useSession } from '../../../hooks/session.ts';
import { useAct } from '../../../hooks/use-act.ts';
import { Button } from '../../../parts/Button.tsx';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import { LANGUAGE } from '../../../words/language.ts';
import { useWords } from '../../../words/words.ts';

export function ForgetEverything() {
  const { archive: words, formats } = useWords();
  const { api, snapshot } = useSession();
  const act = useAct();
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const { at } = snapshot.archive;
  const forget = async () => {
    const outcome = await api.forgetEverything();
    if (outcome.kind !== 'refused') forgetAllBut(LANGUAGE);
    return outcome;
  };
  const answer = (yes: boolean) => {
    setAsking(false);
    if (yes) act.run(words.forget, forget);
  };
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.forgetTitle}</h2>
      <p class="muted">{words.forgetAbout}</p>
      <div class="actions">
        <Button kind="danger" act={act} onClick={() => setAsking(true)}>
          {words.forget}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          question={words.forgetQuestion}
          text={words.forgetText(at === null ? null : formats.date(at))}
          yes={words.forget}
          no={words.keep}
          onAnswer={answer}
        />
      )}
    </section>
  );
}
