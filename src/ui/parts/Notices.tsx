/** The live regions: there from the start, so that screen readers hear what is put into them. */
import { isBad, type Notice } from '../hooks/notice.ts';
import { useSession } from '../hooks/session.ts';
import { useWords, type Words } from '../words/words.ts';
import { Icon } from './Icon.tsx';
import { RefusalText } from './RefusalText.tsx';

export function Notices({ notice }: { notice: Notice | null }) {
  const words = useWords();
  const { announce, snapshot } = useSession();
  // A problem of the memory itself stays until it is gone.
  const said = notice ?? snapshot.problem;
  const bad = isBad(said) ? said : null;
  const good = said && !isBad(said) ? said : null;
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
            <p>{goodNews(good, words)}</p>
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

function goodNews(said: Exclude<Notice, { kind: 'refused' | 'failed' }>, words: Words): string {
  if (said.kind === 'said') return said.text;
  return said.kind === 'done' ? words.outcomes[said.what](said) : words.nothing[said.why](said);
}
