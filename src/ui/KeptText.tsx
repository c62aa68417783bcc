/** Text that could not be taken in, offered back: the platform alone is needed for that. */
import { useState } from 'preact/hooks';
import { copyText } from '../carry/copy-text.ts';
import { saveFile } from '../carry/save-file.ts';
import { shown } from './exchange/payload-draft.ts';
import { Button } from './parts/Button.tsx';
import { messageOf } from './use-act.ts';
import { useWords } from './words/words.ts';

export function KeptText({ text }: { text: string }) {
  const { shell, carry, exchange } = useWords();
  const [said, setSaid] = useState('');
  const file = new Blob([text], { type: 'text/plain' });
  const copy = () =>
    copyText(text)
      .then((result) => setSaid(result === 'copied' ? carry.copied : `${carry.copyDenied} ${carry.copyDeniedNextFile}`))
      .catch((error: unknown) => setSaid(messageOf(error)));
  return (
    <section class="card stack" aria-label={shell.keptText}>
      <h2>{shell.keptText}</h2>
      <p class="muted">{shell.keptTextHint}</p>
      {shown(text) ? (
        <textarea readOnly rows={6} aria-label={exchange.payload} value={text} />
      ) : (
        <p>{carry.size(file.size)}</p>
      )}
      <div class="actions">
        <Button onClick={copy}>{carry.copy}</Button>
        <Button onClick={() => saveFile(file, 'synapse-kept.txt')}>{carry.saveFile}</Button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
