import { useState } from 'preact/hooks';
import type { IncidentQuery, IncidentRows } from '../../../peer-api.ts';
import { useDebounced } from '../../hooks/use-debounced.ts';
import { Filters } from '../../parts/Filters.tsx';
import { Select } from '../../parts/Select.tsx';
import { useWords } from '../../words/words.ts';

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
      <Select
        label={words.status}
        value={filters.status}
        options={options(occurring.statuses, words.statuses)}
        onChange={(status) => onChange({ ...filters, status })}
      />
      <Select
        label={words.severity}
        value={filters.severity}
        options={options(occurring.severities, words.severities)}
        onChange={(severity) => onChange({ ...filters, severity })}
      />
      <Select
        label={words.phase}
        value={filters.killChainPhase}
        options={options(occurring.killChainPhases)}
        onChange={(killChainPhase) => onChange({ ...filters, killChainPhase })}
      />
      <Select
        label={words.mitre}
        value={filters.technique}
        options={options(occurring.techniques)}
        onChange={(technique) => onChange({ ...filters, technique })}
      />
    </Filters>
  );
}

/** What the filters on the screen ask the worker for. They offer the words that occur; one that occurs no more asks for nothing any longer. */
export type IncidentWords = IncidentRows['words'];

export interface IncidentFilterState {
  readonly search: string;
  /** '' for any, as in those below. */
  readonly status: string;
  readonly severity: string;
  readonly killChainPhase: string;
  readonly technique: string;
}

export const EVERYTHING: IncidentFilterState = {
  search: '',
  status: '',
  severity: '',
  killChainPhase: '',
  technique: '',
};
const NO_WORDS: IncidentWords = { statuses: [], severities: [], killChainPhases: [], techniques: [] };

export function useIncidentQuery() {
  const [filters, setFilters] = useState(EVERYTHING);
  const [words, setWords] = useState(NO_WORDS);
  const search = useDebounced(filters.search);
  const takeWords = (occurring: IncidentWords) => {
    setWords(occurring);
    setFilters((chosen) => withoutVanished(chosen, occurring));
  };
  return { asked: queryOf({ ...filters, search }), filters, setFilters, words, takeWords };
}

function withoutVanished(filters: IncidentFilterState, words: IncidentWords): IncidentFilterState {
  const status = words.statuses.includes(filters.status) ? filters.status : '';
  const severity = words.severities.includes(filters.severity) ? filters.severity : '';
  const killChainPhase = words.killChainPhases.includes(filters.killChainPhase) ? filters.killChainPhase : '';
  const technique = words.techniques.includes(filters.technique) ? filters.technique : '';
  return { ...filters, status, severity, killChainPhase, technique };
}

function queryOf({ search, status, severity, killChainPhase, technique }: IncidentFilterState): IncidentQuery {
  return {
    search: search.trim(),
    ...(status !== '' && { status }),
    ...(severity !== '' && { severity }),
    ...(killChainPhase !== '' && { killChainPhase }),
    ...(technique !== '' && { technique }),
  };
}
