/** Asks before something that cannot be undone. Escape means no. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './Button.tsx';

interface ConfirmDialogProps {
  readonly question: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  onAnswer(yes: boolean): void;
}

export function ConfirmDialog({ question, text, yes, no, onAnswer }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const answer = (value: 'yes' | 'no') => dialog.current?.close(value);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      onClose={(event) => onAnswer(event.currentTarget.returnValue === 'yes')}
    >
      <h2 id={id}>{question}</h2>
      <p id={`${id}-text`}>{text}</p>
      <div class="actions">
        <Button onClick={() => answer('no')}>{no}</Button>
        <Button kind="danger" onClick={() => answer('yes')}>
          {yes}
        </Button>
      </div>
    </dialog>
  );
}
