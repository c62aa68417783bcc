/** What happened, newest first, one plain sentence an entry. */
import type { JournalEntry } from '../../domain/journal.ts';
import { Empty } from '../parts/Empty.tsx';
import { Explain } from '../parts/Explain.tsx';
import { Hash } from '../parts/Hash.tsx';
import { Moment } from '../parts/Moment.tsx';
import { RowList } from '../parts/RowList.tsx';
import { useSession } from '../session.ts';
import { useWindow } from '../use-window.ts';
import { useWords } from '../words/words.ts';

export function JournalScreen() {
  const { journal: words, shell } = useWords();
  const { api, snapshot } = useSession();
  const window = useWindow<JournalEntry>('journal', snapshot.revision, (range) => api.journal(range));
  if (window.total === 0) {
    return (
      <Empty title={words.none}>
        <p>{words.noneText}</p>
      </Empty>
    );
  }
  return (
    <RowList label={shell.screens.journal} window={window} class="rows card">
      {(entry, index) => <Entry key={(window.total ?? 0) - index} entry={entry} />}
    </RowList>
  );
}

function Entry({ entry }: { entry: JournalEntry }) {
  const { journal: words, formats } = useWords();
  const { snapshot } = useSession();
  const named = { ...entry, nodeName: entry.nodeName ?? nameOf(entry.peerId) ?? '' };
  const sentence = words.sentences[entry.kind](named);

  /** The name of today, where the entry has none. */
  function nameOf(peerId: string | undefined): string | undefined {
    return snapshot.peers.find((peer) => peer.peerId === peerId)?.nodeName;
  }

  return (
    <li class="row entry">
      <p class="muted">
        {formats.date(entry.at)} · <Moment at={entry.at} />
      </p>
      {entry.dropId ? (
        <Explain summary={sentence}>
          <p>
            {words.drop} <Hash value={entry.dropId} />
          </p>
        </Explain>
      ) : (
        <p>{sentence}</p>
      )}
    </li>
  );
}
