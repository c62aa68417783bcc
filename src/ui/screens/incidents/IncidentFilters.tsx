import type { OccurringValues } from '../../hooks/use-filtered-list.ts';
import { Filters } from '../../parts/Filters.tsx';
import { Select } from '../../parts/Select.tsx';
import { useWords } from '../../words/words.ts';

interface IncidentFiltersProps {
  readonly filters: IncidentFilterState;
  readonly occurring: OccurringValues<IncidentFilterState>;
  onChange(filters: IncidentFilterState): void;
}

export function IncidentFilters({ filters, occurring, onChange }: IncidentFiltersProps) {
  const { incidents: words } = useWords();
  const options = (values: readonly string[] = [], translations: Readonly<Record<string, string>> = {}) => [
    ['', words.any] as const,
    ...values.map((value) => [value, translations[value] ?? value] as const),
  ];
  return (
    <Filters label={words.search} search={filters.search} onSearch={(search) => onChange({ ...filters, search })}>
      <Select
        label={words.status}
        value={filters.status}
        options={options(occurring.status, words.statuses)}
        onChange={(status) => onChange({ ...filters, status })}
      />
      <Select
        label={words.severity}
        value={filters.severity}
        options={options(occurring.severity, words.severities)}
        onChange={(severity) => onChange({ ...filters, severity })}
      />
      <Select
        label={words.phase}
        value={filters.killChainPhase}
        options={options(occurring.killChainPhase)}
        onChange={(killChainPhase) => onChange({ ...filters, killChainPhase })}
      />
      <Select
        label={words.mitre}
        value={filters.technique}
        options={options(occurring.technique)}
        onChange={(technique) => onChange({ ...filters, technique })}
      />
    </Filters>
  );
}

/** What is chosen on the screen; '' means any. */
export interface IncidentFilterState {
  readonly search: string;
  readonly status: string;
  readonly severity: string;
  readonly killChainPhase: string;
  readonly technique: string;
}

export const UNFILTERED: IncidentFilterState = {
  search: '',
  status: '',
  severity: '',
  killChainPhase: '',
  technique: '',
};
