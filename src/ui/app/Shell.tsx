/** The frame around every screen: the name of the node, the navigation, the last notice. */
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { NodeView } from '../../peer-api.ts';
import { isBad, type Notice } from '../hooks/notice.ts';
import { type Route, SCREENS, type Screen, useRoute } from '../hooks/route.ts';
import { useSession } from '../hooks/session.ts';
import { type Persistence, usePersistence } from '../hooks/use-persistence.ts';
import { Icon } from '../parts/Icon.tsx';
import { Logo } from '../parts/Logo.tsx';
import { Notices } from '../parts/Notices.tsx';
import { practiceStep } from '../practice/practice-step.ts';
import type { Inbox } from '../screens/exchange/use-inbox.ts';
import { useWords } from '../words/words.ts';
import {
  ExchangeScreen,
  FactsScreen,
  IncidentsScreen,
  JournalScreen,
  loadScreens,
  NodeScreen,
  PeersScreen,
  PracticeBanner,
} from './screens.ts';

interface ShellProps {
  readonly node: NodeView;
  readonly inbox: Inbox;
  readonly notice: Notice | null;
}

export function Shell({ node, inbox, notice }: ShellProps) {
  const { shell } = useWords();
  const { announce, practiceNode, snapshot } = useSession();
  const persistence = usePersistence();
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const shownScreen = useRef(route.screen);

  useEffect(loadScreens, []);
  useLayoutEffect(() => {
    document.title = `${shell.screens[route.screen]} · ${node.nodeName} · Synapse`;
    if (shownScreen.current === route.screen) return;
    shownScreen.current = route.screen;
    // Good news has been read by now. A refusal may have sent the person here, so it stays.
    if (!isBad(notice)) announce(null);
    // A new screen begins at its top. This runs before the screen's own effects, which may lead to a part of it.
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [route.screen, node.nodeName, shell]);

  return (
    <div class="shell">
      <header class="masthead">
        <button type="button" class="skip" onClick={() => main.current?.focus()}>
          {shell.skip}
        </button>
        <Logo />
        <span class="wordmark">Synapse</span>
        <span class="node-name">{node.nodeName}</span>
      </header>
      <Navigation screen={route.screen} />
      <main ref={main} tabIndex={-1}>
        {practiceNode && <PracticeBanner node={practiceNode} step={practiceStep(practiceNode.isFirst, snapshot)} />}
        <Notices notice={notice} />
        <h1 tabIndex={-1}>{shell.screens[route.screen]}</h1>
        <CurrentScreen route={route} node={node} inbox={inbox} persistence={persistence} />
      </main>
      {inbox.isDragOver && <div class="drop-cover">{shell.dropHere}</div>}
    </div>
  );
}

interface ScreenProps {
  readonly route: Route;
  readonly node: NodeView;
  readonly inbox: Inbox;
  readonly persistence: Persistence;
}

function CurrentScreen({ route, node, inbox, persistence }: ScreenProps) {
  switch (route.screen) {
    case 'exchange':
      return <ExchangeScreen node={node} inbox={inbox} persistence={persistence} />;
    case 'peers':
      return <PeersScreen node={node} detail={route.detail} />;
    case 'facts':
      return <FactsScreen />;
    case 'incidents':
      return <IncidentsScreen />;
    case 'journal':
      return <JournalScreen />;
    case 'node':
      return <NodeScreen node={node} persistence={persistence} />;
  }
}

/** A badge has room for two digits and a sign. */
const MOST_IN_BADGE = 99;

function Navigation({ screen }: { screen: Screen }) {
  const { shell, conflicts: words } = useWords();
  const { conflicts } = useSession().snapshot.counts;
  const id = useId();
  return (
    <nav aria-label={shell.navigation}>
      <ul>
        {SCREENS.map((name) => {
          const isMarked = name === 'facts' && conflicts > 0;
          return (
            <li key={name}>
              <a
                href={`#${name}`}
                aria-current={name === screen ? 'page' : undefined}
                aria-describedby={isMarked ? id : undefined}
              >
                <Icon name={name} />
                <span>{shell.screens[name]}</span>
                {isMarked && (
                  <span class="badge" aria-hidden="true">
                    {conflicts > MOST_IN_BADGE ? `${MOST_IN_BADGE}+` : conflicts}
                  </span>
                )}
              </a>
              {isMarked && (
                <span id={id} hidden>
                  {words.badge(conflicts)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
