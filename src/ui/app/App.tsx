/** The page: which language, which snapshot, and from the snapshot's phase what is to be seen. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PeerClient, Snapshot } from '../../peer-api.ts';
import { Clock } from '../hooks/Clock.tsx';
import type { Notice } from '../hooks/notice.ts';
import { type OfflineView, type Session, SessionContext, useSession } from '../hooks/session.ts';
import { focusHeading } from '../hooks/use-focus.ts';
import { LoadFailed } from '../parts/LoadFailed.tsx';
import { Logo } from '../parts/Logo.tsx';
import { ShowLate } from '../parts/ShowLate.tsx';
import { practiceNodeOf } from '../practice/practice-nodes.ts';
import { useInbox } from '../screens/exchange/use-inbox.ts';
import { chosenLanguage, keepLanguage, loadWords } from '../words/language.ts';
import { useWords, type Words, WordsContext } from '../words/words.ts';
import { FirstRun } from './FirstRun.tsx';
import { NoStore } from './NoStore.tsx';
import { Shell } from './Shell.tsx';

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
        practiceNode: practiceNodeOf(nodeParam),
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
        <LoadFailed language={language} />
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

export function Connecting() {
  const { shell } = useWords();
  return (
    <main class="lone">
      <ShowLate>{shell.connecting}</ShowLate>
    </main>
  );
}

/** The first paint: what stands at the top of every screen, before there are words for the rest. */
export function Frame() {
  return (
    <div class="shell" aria-busy="true">
      <header class="masthead">
        <Logo />
        <span class="wordmark">Synapse</span>
      </header>
    </div>
  );
}

/** What is to be seen, by the phase of the node. The inbox outlives every phase. */
export function Phases({ notice }: { notice: Notice | null }) {
  const { snapshot } = useSession();
  const inbox = useInbox();
  const hasNode = snapshot.node !== null;
  const had = useRef(hasNode);
  // The button that began or ended a node goes with its screen.
  useLayoutEffect(() => {
    if (had.current !== hasNode) focusHeading();
    had.current = hasNode;
  }, [hasNode]);
  if (snapshot.phase === 'no-store' && snapshot.problem)
    return <NoStore problem={snapshot.problem} unread={inbox.onlyHere} />;
  return snapshot.node ? <Shell node={snapshot.node} inbox={inbox} notice={notice} /> : <FirstRun notice={notice} />;
}
