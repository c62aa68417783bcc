/** The page: which language, which snapshot, and from the snapshot's phase what is to be seen. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { PeerClient, Snapshot } from '../peer-api.ts';
import { Clock } from './Clock.tsx';
import { Connecting } from './Connecting.tsx';
import { Frame } from './Frame.tsx';
import { Lost } from './Lost.tsx';
import type { Notice } from './notice.ts';
import { Phases } from './Phases.tsx';
import { type OfflineView, type Session, SessionContext } from './session.ts';
import { chosenLanguage, keepLanguage, loadWords } from './words/language.ts';
import { type Words, WordsContext } from './words/words.ts';

export interface AppProps {
  readonly client: PeerClient;
  readonly offline: OfflineView;
  readonly nodeParam: string | null;
}

export function App({ client, offline, nodeParam }: AppProps) {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(client.snapshot);
  const [notice, announce] = useState<Notice | null>(null);
  const [language, setLanguage] = useState(chosenLanguage);
  const [words, setWords] = useState<Words | null>(null);
  const [isLost, setLost] = useState(false);

  useEffect(() => client.onSnapshot(setSnapshot), [client]);
  // Before the first paint: the words are on their way while it is drawn.
  useLayoutEffect(() => {
    loadWords(language).then(setWords, () => setLost(true));
  }, [language]);
  useEffect(() => {
    if (words) document.documentElement.lang = words.tag;
  }, [words]);

  const session = useMemo<Session | null>(
    () =>
      snapshot && {
        api: client.api,
        snapshot,
        onProgress: client.onProgress,
        stop: client.stop,
        announce,
        offline,
        nodeParam,
        chooseLanguage: (chosen) => {
          keepLanguage(chosen);
          setLanguage(chosen);
        },
      },
    [client, snapshot, offline, nodeParam],
  );

  if (!words)
    return isLost ? (
      <main class="lone">
        <Lost language={language} />
      </main>
    ) : (
      <Frame />
    );
  return (
    <WordsContext.Provider value={words}>
      {session ? (
        <SessionContext.Provider value={session}>
          <Clock revision={session.snapshot.revision}>
            <Phases notice={notice} />
          </Clock>
        </SessionContext.Provider>
      ) : (
        <Connecting />
      )}
    </WordsContext.Provider>
  );
}
