import { useState } from 'preact/hooks';
import type { FactMark, FactQuery } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useDebounced } from '../../hooks/use-debounced.ts';
import { Filters } from '../../parts/Filters.tsx';
import { Select } from '../../parts/Select.tsx';
import { useWords } from '../../words/words.ts';

interface FactFiltersProps {
  readonly filters: FactFilterState;
  /** Those that occur. */
  readonly domains: readonly string[];
  onChange(filters: FactFilterState): void;
}

export function FactFilters({ filters, domains, onChange }: FactFiltersProps) {
  const { facts: words } = useWords();
  const { snapshot } = useSession();
  const marks: readonly (readonly [FactMark | '', string])[] = [
    ['', words.notArchived],
    ['stale', words.stale],
    ['archived', words.archived],
  ];
  return (
    <Filters label={words.search} search={filters.search} onSearch={(search) => onChange({ ...filters, search })}>
      <Select
        label={words.show}
        value={filters.level}
        options={[['', words.showAll], ...words.levels.map((text, level) => [`${level}`, text] as const)]}
        onChange={(level) => onChange({ ...filters, level })}
      />
      <Select
        label={words.domains}
        value={filters.domain}
        options={[['', words.anyDomain], ...domains.map((domain) => [domain, domain] as const)]}
        onChange={(domain) => onChange({ ...filters, domain })}
      />
      <Select
        label={words.marks}
        value={filters.mark}
        options={marks}
        onChange={(mark) => onChange({ ...filters, mark })}
      />
      <Select
        label={words.from}
        value={filters.origin}
        options={[
          ['', words.anywhere],
          ['self', words.fromHere],
          ...snapshot.peers.map((peer) => [peer.peerId, peer.nodeName] as const),
        ]}
        onChange={(origin) => onChange({ ...filters, origin })}
      />
    </Filters>
  );
}

/** What the filters on the screen ask the worker for; a search waits until the person has stopped typing. */
export interface FactFilterState {
  readonly search: string;
  /** '' for any, else a level as text. */
  readonly level: string;
  /** '' for any. */
  readonly domain: string;
  readonly mark: FactMark | '';
  /** '' for any, 'self', or a peer id. */
  readonly origin: string;
}

export const EVERYTHING: FactFilterState = { search: '', level: '', domain: '', mark: '', origin: '' };

export function useFactQuery() {
  const [filters, setFilters] = useState(EVERYTHING);
  const [domains, setDomains] = useState<readonly string[]>([]);
  const search = useDebounced(filters.search);
  const takeDomains = (occurring: readonly string[]) => {
    setDomains(occurring);
    setFilters((chosen) => (occurring.includes(chosen.domain) ? chosen : { ...chosen, domain: '' }));
  };
  return { asked: queryOf({ ...filters, search }), filters, setFilters, domains, takeDomains };
}

function queryOf({ search, level, domain, mark, origin }: FactFilterState): FactQuery {
  return {
    search: search.trim(),
    ...(level !== '' && { level: Number(level) }),
    ...(domain !== '' && { domain }),
    ...(mark !== '' && { mark }),
    ...(origin !== '' && { origin }),
  };
}
