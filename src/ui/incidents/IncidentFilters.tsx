import { Choice } from '../parts/Choice.tsx';
import { Filters } from '../parts/Filters.tsx';
import { useWords } from '../words/words.ts';
import type { IncidentFilterState, IncidentWords } from './use-incident-query.ts';

interface IncidentFiltersProps {
  readonly filters: IncidentFilterState;
  /** What occurs here, and can be chosen. */
  readonly occurring: IncidentWords;
  onChange(filters: IncidentFilterState): void;
}

export function IncidentFilters({ filters, occurring, onChange }: IncidentFiltersProps) {
  const { incidents: words } = useWords();
  const options = (found: readonly string[], shown: Readonly<Record<string, string>> = {}) => [
    ['', words.any] as const,
    ...found.map((word) => [word, shown[word] ?? word] as const),
  ];
  return (
    <Filters label={words.search} search={filters.search} onSearch={(search) => onChange({ ...filters, search })}>
      <Choice
        label={words.status}
        value={filters.status}
        options={options(occurring.statuses, words.statuses)}
        onChange={(status) => onChange({ ...filters, status })}
      />
      <Choice
        label={words.severity}
        value={filters.severity}
        options={options(occurring.severities, words.severities)}
        onChange={(severity) => onChange({ ...filters, severity })}
      />
      <Choice
        label={words.phase}
        value={filters.killChainPhase}
        options={options(occurring.killChainPhases)}
        onChange={(killChainPhase) => onChange({ ...filters, killChainPhase })}
      />
      <Choice
        label={words.mitre}
        value={filters.technique}
        options={options(occurring.techniques)}
        onChange={(technique) => onChange({ ...filters, technique })}
      />
    </Filters>
  );
}
