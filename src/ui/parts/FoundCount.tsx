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
