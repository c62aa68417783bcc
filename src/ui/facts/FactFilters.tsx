import type { FactMark } from '../../peer-api.ts';
import { Choice } from '../parts/Choice.tsx';
import { TextLine } from '../parts/TextLine.tsx';
import { useSession } from '../session.ts';
import { useWords } from '../words/words.ts';
import type { FactFilterState } from './use-fact-query.ts';

interface FactFiltersProps {
  readonly filters: FactFilterState;
  onChange(filters: FactFilterState): void;
}

export function FactFilters({ filters, onChange }: FactFiltersProps) {
  const { facts: words } = useWords();
  const { snapshot } = useSession();
  const marks: readonly (readonly [FactMark | '', string])[] = [
    ['', words.notArchived],
    ['stale', words.stale],
    ['archived', words.archived],
  ];
  return (
    <search class="filters">
      <TextLine
        type="search"
        label={words.search}
        value={filters.search}
        onInput={(search) => onChange({ ...filters, search })}
      />
      <div class="filter-choices">
        <Choice
          label={words.show}
          value={filters.level}
          options={[['', words.showAll], ...words.levels.map((text, level) => [`${level}`, text] as const)]}
          onChange={(level) => onChange({ ...filters, level })}
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
      </div>
    </search>
  );
}
