/** Above a list: what is searched for, and what else narrows it. */
import type { ComponentChildren } from 'preact';
import { TextLine } from './TextLine.tsx';

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
      <TextLine type="search" label={label} value={search} onInput={onSearch} />
      <div class="filter-choices">{children}</div>
    </search>
  );
}
