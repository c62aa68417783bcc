/** What is to be seen, by the phase of the node. What lies on the desk outlives every phase. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from './exchange/use-desk.ts';
import { FirstRun } from './FirstRun.tsx';
import { focusHeading } from './focus-heading.ts';
import { NoStore } from './NoStore.tsx';
import type { Notice } from './notice.ts';
import { Shell } from './Shell.tsx';
import { useSession } from './session.ts';

export function Phases({ notice }: { notice: Notice | null }) {
  const { snapshot } = useSession();
  const desk = useDesk();
  const hasNode = snapshot.node !== null;
  const had = useRef(hasNode);
  // The button that began or ended a node goes with its screen.
  useLayoutEffect(() => {
    if (had.current !== hasNode) focusHeading();
    had.current = hasNode;
  }, [hasNode]);
  if (snapshot.phase === 'no-store' && snapshot.problem)
    return <NoStore problem={snapshot.problem} kept={desk.onlyHere} />;
  return snapshot.node ? <Shell node={snapshot.node} desk={desk} notice={notice} /> : <FirstRun notice={notice} />;
}
