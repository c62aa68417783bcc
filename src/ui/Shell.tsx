/** The frame around every screen: who we are, where we are, what was said last, and the way to the other screens. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { NodeView } from '../peer-api.ts';
import { type Keeping, useKeeping } from './care/use-keeping.ts';
import type { Desk } from './exchange/use-desk.ts';
import { Navigation } from './Navigation.tsx';
import { Notices } from './Notices.tsx';
import { isBad, type Notice } from './notice.ts';
import { Mark } from './parts/Mark.tsx';
import { practiceStep } from './sample/practice-step.ts';
import { sampleOf } from './sample/samples.ts';
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
import { useSession } from './session.ts';
import { type Place, usePlace } from './use-place.ts';
import { useWords } from './words/words.ts';

interface ShellProps {
  readonly node: NodeView;
  readonly desk: Desk;
  readonly notice: Notice | null;
}

export function Shell({ node, desk, notice }: ShellProps) {
  const { shell } = useWords();
  const { announce, nodeParam, snapshot } = useSession();
  const sample = sampleOf(nodeParam);
  const keeping = useKeeping(sample !== null);
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(place.screen);

  useEffect(loadScreens, []);
  useLayoutEffect(() => {
    document.title = `${shell.screens[place.screen]} · ${node.nodeName} · Synapse`;
    if (shown.current === place.screen) return;
    shown.current = place.screen;
    // Good news has been read by then; a refusal may send the person elsewhere, and is still needed there.
    if (!isBad(notice)) announce(null);
    // A new screen begins at its top, for the eye and for the keyboard: before its own effects, which may lead to a part of it.
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place.screen, node.nodeName, shell]);

  return (
    <div class="shell">
      <header class="masthead">
        <button type="button" class="skip" onClick={() => main.current?.focus()}>
          {shell.skip}
        </button>
        <Mark />
        <span class="wordmark">Synapse</span>
        <span class="node-name">{node.nodeName}</span>
      </header>
      <Navigation screen={place.screen} />
      <main ref={main} tabIndex={-1}>
        {sample && <PracticeBanner sample={sample} step={practiceStep(sample.isFirst, snapshot)} />}
        <Notices notice={notice} />
        <h1 tabIndex={-1}>{shell.screens[place.screen]}</h1>
        <CurrentScreen place={place} node={node} desk={desk} keeping={keeping} />
      </main>
      {desk.hovering && <div class="drop-cover">{shell.dropHere}</div>}
    </div>
  );
}

interface ScreenProps {
  readonly place: Place;
  readonly node: NodeView;
  readonly desk: Desk;
  readonly keeping: Keeping;
}

function CurrentScreen({ place, node, desk, keeping }: ScreenProps) {
  switch (place.screen) {
    case 'exchange':
      return <ExchangeScreen node={node} desk={desk} keeping={keeping} />;
    case 'peers':
      return <PeersScreen node={node} detail={place.detail} />;
    case 'facts':
      return <FactsScreen />;
    case 'incidents':
      return <IncidentsScreen />;
    case 'journal':
      return <JournalScreen />;
    case 'node':
      return <NodeScreen node={node} keeping={keeping} />;
  }
}
