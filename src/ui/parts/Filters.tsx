/** Above a list: what is searched for, and what else narrows it. */
import type { ComponentChildren } from 'preact';
import { TextInput } from './TextInput.tsx';

interface FiltersProps {
  readonly label: string;
  readonly search: string;
  onSearch(search: string): void;
  /** The choices. */
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
  /** null until the first answer. */
  readonly total: number | null;
  /** The name of the figure. */
  readonly label: string;
  /** The word behind it. */
  readonly after: string;
}

/** How many rows a list has. */
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
