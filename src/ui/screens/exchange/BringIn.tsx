/** The card "Bring in": buttons for the clipboard and for files, and a box for a text that is put in by hand. */
import { useId } from 'preact/hooks';
import { takeFiles } from '../../../carry/files.ts';
import { Button } from '../../parts/Button.tsx';
import { fitsDocument } from '../../parts/FactText.tsx';
import { Field } from '../../parts/Field.tsx';
import { FileButton } from '../../parts/FileButton.tsx';
import { useWords } from '../../words/words.ts';
import { isEmpty } from './payload-draft.ts';
import type { Inbox } from './use-inbox.ts';
import { useShortcut } from './use-shortcut.ts';

export function BringIn({ inbox }: { inbox: Inbox }) {
  const { exchange } = useWords();
  const id = useId();
  const { draft, act } = inbox;
  const actions = useShortcut<HTMLDivElement>('bring-in');
  // The button to press next is with what is shown, if anything is.
  const isFirstToPress = inbox.current === null;
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{exchange.bringIn}</h2>
      <p class="muted">{exchange.bringInText}</p>
      <div class="actions" ref={actions}>
        <Button kind={isFirstToPress ? 'primary' : 'plain'} icon="paste" act={act} onClick={inbox.readClipboard}>
          {exchange.paste}
        </Button>
        <FileButton label={exchange.openFile} multiple onChoose={(input) => inbox.bring(takeFiles(input))} />
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
            // A long text never gets into the document: it is held beside the box.
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text/plain') ?? '';
              const box = event.currentTarget;
              const whole = box.value.slice(0, box.selectionStart) + pasted + box.value.slice(box.selectionEnd);
              if (fitsDocument(whole)) return;
              event.preventDefault();
              inbox.writeText(whole);
            }}
            onInput={(event) => {
              const box = event.currentTarget;
              inbox.writeText(box.value);
              if (!fitsDocument(box.value)) box.value = '';
            }}
          />
        )}
      </Field>
      {draft.held !== null && <HeldText text={draft.held} onDrop={inbox.dropHeldText} />}
      <div class="actions">
        <Button kind={isEmpty(draft) ? 'plain' : 'primary'} act={act} onClick={inbox.readText}>
          {exchange.read}
        </Button>
      </div>
    </section>
  );
}

/** A text that is too long for the box. */
function HeldText({ text, onDrop }: { text: string; onDrop: () => void }) {
  const { exchange } = useWords();
  return (
    <div class="bar held">
      <div>
        <p>
          <strong>{exchange.held(new Blob([text]).size)}</strong>
        </p>
        <p class="muted">{exchange.heldHint}</p>
      </div>
      <Button kind="quiet" onClick={onDrop}>
        {exchange.letGo}
      </Button>
    </div>
  );
}
