import type { ComponentChildren } from 'preact';

/** A line with its explanation one tap away. */
export function Disclosure({ summary, children }: { summary: ComponentChildren; children: ComponentChildren }) {
  return (
    <details class="explain">
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
