import type { FactMark } from '../../peer-api.ts';
import { Choice } from '../parts/Choice.tsx';
import { Filters } from '../parts/Filters.tsx';
import { useSession } from '../session.ts';
import { useWords } from '../words/words.ts';
import type { FactFilterState } from './use-fact-query.ts';

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
      <Choice
        label={words.show}
        value={filters.level}
        options={[['', words.showAll], ...words.levels.map((text, level) => [`${level}`, text] as const)]}
        onChange={(level) => onChange({ ...filters, level })}
      />
      <Choice
        label={words.domains}
        value={filters.domain}
        options={[['', words.anyDomain], ...domains.map((domain) => [domain, domain] as const)]}
        onChange={(domain) => onChange({ ...filters, domain })}
      />
      <Choice
        label={words.marks}
        value={filters.mark}
        options={marks}
        onChange={(mark) => onChange({ ...filters, mark })}
      />
      <Choice
        label={words.from}
        value={filters.origin}
        options={[
          ['', words.anywhere],
          ['self', words.fromHere],
          ...snapshot.peers.map((peer) => [peer.peerId, peer.nodeName || peer.peerId] as const),
        ]}
        onChange={(origin) => onChange({ ...filters, origin })}
      />
    </Filters>
  );
}
