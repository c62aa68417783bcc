/** A folded panel of charts: what is in it is counted when somebody looks. */
import type { ComponentChildren } from 'preact';

interface GlanceProps {
  readonly summary: string;
  readonly children: ComponentChildren;
  onToggle(isOpen: boolean): void;
}

export function Glance({ summary, children, onToggle }: GlanceProps) {
  return (
    <details class="glance" onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{summary}</summary>
      <div class="charts">{children}</div>
    </details>
  );
}
