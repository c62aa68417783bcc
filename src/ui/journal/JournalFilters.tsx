import type { JournalKind } from '../../domain/journal.ts';
import { Choice } from '../parts/Choice.tsx';
import { Filters } from '../parts/Filters.tsx';
import { useSession } from '../session.ts';
import { useWords } from '../words/words.ts';

export interface JournalFilterState {
  readonly search: string;
  readonly kind: JournalKind | '';
  /** '' for everybody, else a peer id. */
  readonly peerId: string;
}

interface JournalFiltersProps {
  readonly filters: JournalFilterState;
  onChange(filters: JournalFilterState): void;
}

export function JournalFilters({ filters, onChange }: JournalFiltersProps) {
  const { journal: words } = useWords();
  const { snapshot } = useSession();
  const kinds = Object.entries(words.kinds) as readonly (readonly [JournalKind, string])[];
  return (
    <Filters label={words.search} search={filters.search} onSearch={(search) => onChange({ ...filters, search })}>
      <Choice
        label={words.kind}
        value={filters.kind}
        options={[['', words.allKinds] as const, ...kinds]}
        onChange={(kind) => onChange({ ...filters, kind })}
      />
      <Choice
        label={words.peer}
        value={filters.peerId}
        options={[
          ['', words.everybody],
          ...snapshot.peers.map((peer) => [peer.peerId, peer.nodeName || peer.peerId] as const),
        ]}
        onChange={(peerId) => onChange({ ...filters, peerId })}
      />
    </Filters>
  );
}
