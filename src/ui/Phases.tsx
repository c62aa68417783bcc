/** What is to be seen, by the phase of the node. What lies on the desk outlives every phase. */
import { useDesk } from './exchange/use-desk.ts';
import { FirstRun } from './FirstRun.tsx';
import { NoStore } from './NoStore.tsx';
import type { Notice } from './notice.ts';
import { Shell } from './Shell.tsx';
import { useSession } from './session.ts';

export function Phases({ notice }: { notice: Notice | null }) {
  const { snapshot } = useSession();
  const desk = useDesk();
  if (snapshot.phase === 'no-store' && snapshot.problem)
    return <NoStore problem={snapshot.problem} draft={desk.draft} />;
  return snapshot.node ? <Shell node={snapshot.node} desk={desk} notice={notice} /> : <FirstRun notice={notice} />;
}
