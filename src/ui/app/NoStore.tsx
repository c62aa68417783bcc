/** The store cannot be opened: says why and what to do, and gives back what the person brought. Needs no worker. */
import { useState } from 'preact/hooks';
import { copyText, MOST_COPIED } from '../../carry/clipboard.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Notice } from '../hooks/notice.ts';
import { messageOf } from '../hooks/use-act.ts';
import { useFileNow } from '../hooks/use-file-out.ts';
import { Button } from '../parts/Button.tsx';
import { fitsDocument } from '../parts/FactText.tsx';
import { RefusalText } from '../parts/RefusalText.tsx';
import { useWords } from '../words/words.ts';

export function NoStore({ problem, unread }: { problem: Refusal; unread: readonly (string | Blob)[] }) {
  const { shell } = useWords();
  return (
    <main class="lone">
      <h1>{shell.noStore}</h1>
      <div class="notice refused" role="alert" data-code={problem.code}>
        <RefusalText refusal={problem} />
      </div>
      <Button kind="primary" onClick={() => location.reload()}>
        {shell.tryAgain}
      </Button>
      {unread.map((what, index) => (
        <UnreadText key={`${index} ${typeof what}`} what={what} />
      ))}
    </main>
  );
}

const FILE_NAME = 'synapse-kept.txt';

/** Something that was brought and not taken in, to be copied or saved. */
function UnreadText({ what }: { what: string | Blob }) {
  const { shell, carry, exchange } = useWords();
  const handOver = useFileNow();
  const [message, setMessage] = useState('');
  const file = new Blob([what], { type: 'text/plain' });
  const copy = (text: string) =>
    copyText(text)
      .then((result) =>
        setMessage(result === 'copied' ? carry.copied : `${carry.copyDenied} ${carry.copyDeniedNextFile}`),
      )
      .catch((error: unknown) => setMessage(messageOf(error)));
  const save = () =>
    handOver(file, FILE_NAME, carry.saved(FILE_NAME))
      .then((notice) => setMessage(textOf(notice)))
      .catch((error: unknown) => setMessage(messageOf(error)));
  return (
    <section class="card stack" aria-label={shell.keptText}>
      <h2>{shell.keptText}</h2>
      <p class="muted">{shell.keptTextHint}</p>
      {typeof what === 'string' && fitsDocument(what) ? (
        <textarea readOnly rows={6} aria-label={exchange.payload} value={what} />
      ) : (
        <p>{carry.size(file.size)}</p>
      )}
      <div class="actions">
        {typeof what === 'string' && (
          <Button disabled={file.size > MOST_COPIED} onClick={() => copy(what)}>
            {carry.copy}
          </Button>
        )}
        <Button onClick={save}>{carry.saveFile}</Button>
      </div>
      <p role="status">{message}</p>
    </section>
  );
}

function textOf(notice: Notice | null): string {
  if (notice?.kind === 'said') return notice.text;
  return notice?.kind === 'failed' ? `${notice.what} ${notice.next}` : '';
}
