/** What stands above a list: `Filters`, a search with other choices, and `FoundCount`, the number of rows. */
import type { ComponentChildren } from 'preact';
import { TextInput } from './TextInput.tsx';

interface FiltersProps {
  readonly label: string;
  readonly search: string;
  onSearch(search: string): void;
  /** The other choices. */
  readonly children: ComponentChildren;
}

export function Filters({ label, search, onSearch, children }: FiltersProps) {
  return (
    <search class="filters">
      <TextInput type="search" label={label} value={search} onInput={onSearch} />
      <div class="filter-choices">{children}</div>
    </search>
  );
}

interface FoundCountProps {
  /** Number of rows; null until it is known. */
  readonly total: number | null;
  /** Accessible name of the number. */
  readonly label: string;
  /** Shown behind the number. */
  readonly after: string;
}

export function FoundCount({ total, label, after }: FoundCountProps) {
  return (
    <p>
      <output aria-label={label} class="figure">
        {total ?? ''}
      </output>{' '}
      <span aria-hidden="true">{total === null ? '' : after}</span>
    </p>
  );
}
