import type { ComponentChildren } from 'preact';

/** Stands in place of an empty list: why it is empty, and how it is filled. */
export function EmptyState({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
