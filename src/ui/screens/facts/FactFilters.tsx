import type { FactMark } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import type { OccurringValues } from '../../hooks/use-filtered-list.ts';
import { Filters } from '../../parts/Filters.tsx';
import { Select } from '../../parts/Select.tsx';
import { useWords } from '../../words/words.ts';

interface FactFiltersProps {
  readonly filters: FactFilterState;
  readonly occurring: OccurringValues<FactFilterState>;
  onChange(filters: FactFilterState): void;
}

export function FactFilters({ filters, occurring, onChange }: FactFiltersProps) {
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
        options={[['', words.anyDomain], ...(occurring.domain ?? []).map((domain) => [domain, domain] as const)]}
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

/** What is chosen on the screen; '' means any. */
export interface FactFilterState {
  readonly search: string;
  /** A level as text. */
  readonly level: string;
  readonly domain: string;
  /** '' means every fact that is not archived. */
  readonly mark: FactMark | '';
  /** 'self' or a peer id. */
  readonly origin: string;
}

export const UNFILTERED: FactFilterState = { search: '', level: '', domain: '', mark: '', origin: '' };
