/** The page: loads the words, follows the snapshot, and shows what belongs to the snapshot's phase. */
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
import { chosenLanguage, loadWords, rememberLanguage } from '../words/language.ts';
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
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => client.onSnapshot(setSnapshot), [client]);
  // Before the first paint, so that the words are loaded while it is drawn.
  useLayoutEffect(() => {
    loadWords(language).then(setWords, () => setFailed(true));
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
          rememberLanguage(chosen);
          setLanguage(chosen);
        },
      },
    [client, snapshot, offline, nodeParam],
  );

  if (!words)
    return hasFailed ? (
      <main class="lone">
        <LoadFailed language={language} />
      </main>
    ) : (
      <FirstPaint />
    );
  return (
    <WordsContext.Provider value={words}>
      {session ? (
        <SessionContext.Provider value={session}>
          <Clock revision={session.snapshot.revision}>
            <NodeOrStart notice={notice} />
          </Clock>
        </SessionContext.Provider>
      ) : (
        <Connecting />
      )}
    </WordsContext.Provider>
  );
}

function Connecting() {
  const { shell } = useWords();
  return (
    <main class="lone">
      <ShowLate>{shell.connecting}</ShowLate>
    </main>
  );
}

/** The top of every screen, until there are words for the rest. */
function FirstPaint() {
  return (
    <div class="shell" aria-busy="true">
      <header class="masthead">
        <Logo />
        <span class="wordmark">Synapse</span>
      </header>
    </div>
  );
}

/** What the phase of the snapshot and its node ask for. The inbox is held here, because it outlives all of them. */
function NodeOrStart({ notice }: { notice: Notice | null }) {
  const { snapshot } = useSession();
  const inbox = useInbox();
  const hasNode = snapshot.node !== null;
  const hadNode = useRef(hasNode);
  // The button that began or ended a node goes away together with its screen.
  useLayoutEffect(() => {
    if (hadNode.current !== hasNode) focusHeading();
    hadNode.current = hasNode;
  }, [hasNode]);
  if (snapshot.state === 'no-store' && snapshot.problem)
    return <NoStore problem={snapshot.problem} unread={inbox.onlyHere} />;
  return snapshot.node ? <Shell node={snapshot.node} inbox={inbox} notice={notice} /> : <FirstRun notice={notice} />;
}
