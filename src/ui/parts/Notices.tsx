/** The live regions. They are there from the start, so that screen readers hear what is put into them. */
import { isBad, type Notice } from '../hooks/notice.ts';
import { useSession } from '../hooks/session.ts';
import { useWords, type Words } from '../words/words.ts';
import { Icon } from './Icon.tsx';
import { RefusalText } from './RefusalText.tsx';

export function Notices({ notice }: { notice: Notice | null }) {
  const words = useWords();
  const { announce, snapshot } = useSession();
  // A problem of the memory is shown until it is solved.
  const current = notice ?? snapshot.problem;
  const bad = isBad(current) ? current : null;
  const good = current && !isBad(current) ? current : null;
  const close = (
    <button type="button" class="icon-button" aria-label={words.shell.close} onClick={() => announce(null)}>
      <Icon name="close" />
    </button>
  );
  return (
    <div class="notices">
      <div role="status" aria-label={words.shell.result} class={good ? 'notice done' : undefined}>
        {good && (
          <>
            <Icon name="check" />
            <p>{textOf(good, words)}</p>
            {close}
          </>
        )}
      </div>
      <div role="alert" class={bad ? 'notice refused' : undefined} data-code={bad?.code}>
        {bad && (
          <>
            <Icon name="warning" />
            {bad.kind === 'refused' ? (
              <RefusalText refusal={bad} />
            ) : (
              <div>
                <p class="what">{bad.what}</p>
                <p>{bad.next}</p>
              </div>
            )}
            {notice && close}
          </>
        )}
      </div>
    </div>
  );
}

function textOf(good: Exclude<Notice, { kind: 'refused' | 'failed' }>, words: Words): string {
  if (good.kind === 'said') return good.text;
  return good.kind === 'done' ? words.outcomes[good.what](good) : words.nothing[good.why](good);
}
