/** Paste, open, or put the text here by hand. */
import { useId } from 'preact/hooks';
import { takeFiles } from '../../../carry/files.ts';
import { Button } from '../../parts/Button.tsx';
import { shown } from '../../parts/FactText.tsx';
import { Field } from '../../parts/Field.tsx';
import { FileButton } from '../../parts/FileButton.tsx';
import { useWords } from '../../words/words.ts';
import { isEmpty } from './payload-draft.ts';
import type { Desk } from './use-inbox.ts';
import { useShortcut } from './use-shortcut.ts';

export function BringIn({ desk }: { desk: Desk }) {
  const { exchange } = useWords();
  const id = useId();
  const { draft, act } = desk;
  const actions = useShortcut<HTMLDivElement>('bring-in');
  // With something else on the table, that is what to press first.
  const isCalm = desk.table === null;
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{exchange.bringIn}</h2>
      <p class="muted">{exchange.bringInText}</p>
      <div class="actions" ref={actions}>
        <Button kind={isCalm ? 'primary' : 'plain'} icon="paste" act={act} onClick={desk.readClipboard}>
          {exchange.paste}
        </Button>
        <FileButton label={exchange.openFile} multiple onChoose={(input) => desk.bring(takeFiles(input))} />
      </div>
      <Field label={exchange.payload} hint={exchange.payloadHint}>
        {(attributes) => (
          <textarea
            {...attributes}
            class="payload"
            rows={4}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={draft.text}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text/plain') ?? '';
              const box = event.currentTarget;
              const whole = box.value.slice(0, box.selectionStart) + pasted + box.value.slice(box.selectionEnd);
              if (shown(whole)) return;
              event.preventDefault();
              desk.write(whole);
            }}
            onInput={(event) => {
              const box = event.currentTarget;
              desk.write(box.value);
              if (!shown(box.value)) box.value = '';
            }}
          />
        )}
      </Field>
      {draft.held !== null && <Held text={draft.held} onLetGo={desk.letGo} />}
      <div class="actions">
        <Button kind={isEmpty(draft) ? 'plain' : 'primary'} act={act} onClick={desk.read}>
          {exchange.read}
        </Button>
      </div>
    </section>
  );
}

function Held({ text, onLetGo }: { text: string; onLetGo: () => void }) {
  const { exchange } = useWords();
  return (
    <div class="bar held">
      <div>
        <p>
          <strong>{exchange.held(new Blob([text]).size)}</strong>
        </p>
        <p class="muted">{exchange.heldHint}</p>
      </div>
      <Button kind="quiet" onClick={onLetGo}>
        {exchange.letGo}
      </Button>
    </div>
  );
}
