/** What was carried from and to one peer, over time. */
import { useState } from 'preact/hooks';
import type { ExchangeCounts } from '../../peer-api.ts';
import { alike, columnsOf, largestOf } from '../parts/bars-layout.ts';
import { Columns } from '../parts/Columns.tsx';
import { Glance } from '../parts/Glance.tsx';
import { useSession } from '../session.ts';
import { useCounts } from '../use-counts.ts';
import { useWords } from '../words/words.ts';

export function ExchangesAtAGlance({ peerId }: { peerId: string }) {
  const { charts: words } = useWords();
  const { api } = useSession();
  const [isOpen, setOpen] = useState(false);
  const counts = useCounts(peerId, isOpen, () => api.exchangeCounts(peerId));
  return (
    <Glance summary={words.exchanges} onToggle={setOpen}>
      {counts && <Charts counts={counts} />}
    </Glance>
  );
}

function Charts({ counts }: { counts: ExchangeCounts }) {
  const { charts: words } = useWords();
  const [broughtIn = [], takenOut = []] = alike(counts.broughtIn, counts.takenOut);
  if (broughtIn.length === 0) return <p class="muted">{words.noExchanges}</p>;
  const scale = largestOf([...columnsOf(broughtIn), ...columnsOf(takenOut)].map(({ count }) => count));
  return (
    <>
      <Columns title={words.broughtIn} months={broughtIn} scale={scale} />
      <Columns title={words.takenOut} months={takenOut} scale={scale} />
    </>
  );
}
