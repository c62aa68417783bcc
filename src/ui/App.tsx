/** The page: which language, which snapshot, and from the snapshot's phase what is to be seen. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PeerClient, Snapshot } from '../peer-api.ts';
import { Clock } from './Clock.tsx';
import { Connecting } from './Connecting.tsx';
import type { Notice } from './notice.ts';
import { Phases } from './Phases.tsx';
import { type OfflineView, type Session, SessionContext } from './session.ts';
import { chosenLanguage, keepLanguage, LANGUAGES } from './words/language.ts';
import { WordsContext } from './words/words.ts';

export interface AppProps {
  readonly client: PeerClient;
  readonly offline: OfflineView;
  readonly nodeParam: string | null;
}

export function App({ client, offline, nodeParam }: AppProps) {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(client.snapshot);
  const [notice, announce] = useState<Notice | null>(null);
  const [language, setLanguage] = useState(chosenLanguage);

  useEffect(() => client.onSnapshot(setSnapshot), [client]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

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

  return (
    <WordsContext.Provider value={LANGUAGES[language]}>
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
