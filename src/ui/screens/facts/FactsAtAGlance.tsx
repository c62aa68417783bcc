/** Figures of all facts: by level, by domain, by month. */
import { useState } from 'preact/hooks';
import type { FactCounts } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useCounts } from '../../hooks/use-counts.ts';
import { Bars, ChartPanel, Columns } from '../../parts/Charts.tsx';
import { useWords } from '../../words/words.ts';

export function FactsAtAGlance() {
  const { charts: words } = useWords();
  const { api } = useSession();
  const [isOpen, setOpen] = useState(false);
  const counts = useCounts('facts', isOpen, () => api.factCounts());
  return (
    <ChartPanel summary={words.glance} onToggle={setOpen}>
      {counts && <FactCharts counts={counts} />}
    </ChartPanel>
  );
}

function FactCharts({ counts }: { counts: FactCounts }) {
  const { charts: words, facts, formats } = useWords();
  const { levels, domains, rest, months, undated } = counts;
  const named = domains.map(({ domain, count }) => ({ label: domain === '' ? words.noDomain : domain, count }));
  const others = rest.domains > 0 ? [{ label: words.otherDomains(rest.domains), count: rest.count }] : [];
  return (
    <>
      <Bars title={words.byLevel} bars={levels.map((count, level) => ({ label: facts.levelOf(level), count }))} />
      <Bars title={words.byDomain} bars={[...named, ...others]} />
      <div>
        <Columns title={words.byMonth} months={months} />
        {undated > 0 && <p class="hint">{words.undated(undated)}</p>}
        <p class="hint">{words.about(formats.number(counts.total))}</p>
      </div>
    </>
  );
}
