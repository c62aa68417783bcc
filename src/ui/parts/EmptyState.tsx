import type { ComponentChildren } from 'preact';

/** Says why there is nothing, and what would bring something. */
export function EmptyState({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
