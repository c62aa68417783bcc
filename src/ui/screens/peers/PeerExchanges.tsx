/** What came from one peer, what went there, what waits to go there, and charts of it by month. */
import { useState } from 'preact/hooks';
import type { ExchangeCounts, PeerView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useCounts } from '../../hooks/use-counts.ts';
import { columnsOf, largestOf, overSameMonths } from '../../parts/bars-layout.ts';
import { ChartPanel, Columns } from '../../parts/Charts.tsx';
import { LeftOutDomains } from '../../parts/LeftOutDomains.tsx';
import { Time } from '../../parts/Time.tsx';
import { useWords } from '../../words/words.ts';

export function PeerExchanges({ peer }: { peer: PeerView }) {
  return (
    <>
      <LastExchanges peer={peer} />
      <ExchangesAtAGlance peerId={peer.peerId} />
    </>
  );
}

function LastExchanges({ peer }: { peer: PeerView }) {
  const { peers: words, shell } = useWords();
  return (
    <ul class="facts-of">
      <li>
        <b>{words.takenIn(peer.factCount)}</b>
      </li>
      <li>
        {words.lastSync}: {peer.lastSyncAt === null ? shell.never : <Time at={peer.lastSyncAt} />}
      </li>
      <li>
        {words.lastTakenOut}: {peer.lastTakenOutAt === null ? shell.never : <Time at={peer.lastTakenOutAt} />}
      </li>
      {peer.deadline !== null && (
        <li>
          {peer.waiting > 0 ? words.waiting(peer.waiting) : words.waitingNone}
          <LeftOutDomains peer={peer} />
        </li>
      )}
    </ul>
  );
}

function ExchangesAtAGlance({ peerId }: { peerId: string }) {
  const { charts: words } = useWords();
  const { api } = useSession();
  const [isOpen, setOpen] = useState(false);
  const counts = useCounts(peerId, isOpen, () => api.exchangeCounts(peerId));
  return (
    <ChartPanel summary={words.exchanges} onToggle={setOpen}>
      {counts && <ExchangeCharts counts={counts} />}
    </ChartPanel>
  );
}

function ExchangeCharts({ counts }: { counts: ExchangeCounts }) {
  const { charts: words } = useWords();
  const [broughtIn = [], takenOut = []] = overSameMonths(counts.broughtIn, counts.takenOut);
  if (broughtIn.length === 0) return <p class="muted">{words.noExchanges}</p>;
  const scale = largestOf([...columnsOf(broughtIn), ...columnsOf(takenOut)].map(({ count }) => count));
  return (
    <>
      <Columns title={words.broughtIn} months={broughtIn} scale={scale} />
      <Columns title={words.takenOut} months={takenOut} scale={scale} />
    </>
  );
}
