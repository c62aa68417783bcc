import type { ComponentChildren } from 'preact';

/** One line that opens to show more. */
export function Disclosure({ summary, children }: { summary: ComponentChildren; children: ComponentChildren }) {
  return (
    <details class="explain">
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
