/** Files and texts dropped anywhere on the window. */
export type Brought = readonly File[] | string;

export interface DropListener {
  /** Something that could be dropped is over the window, or is no longer. */
  hovering(over: boolean): void;
  brought(what: Brought): void;
}

export function listenForDrops(target: Window, listener: DropListener): () => void {
  const stop = new AbortController();
  const on = (type: 'dragstart' | 'dragend' | 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) =>
    target.addEventListener(type, handle, { signal: stop.signal });

  // A link of this page that is dragged by a hand that slips is nothing that was brought.
  let isOurs = false;
  on('dragstart', () => {
    isOurs = true;
  });
  on('dragend', () => {
    isOurs = false;
  });
  on('dragover', (event) => {
    if (isOurs || !carriesSomething(event)) return;
    event.preventDefault(); // Without it the browser would open the file instead of this page.
    listener.hovering(true);
  });
  on('dragleave', (event) => {
    // Leaving for another element of the page is not leaving the window.
    if (event.relatedTarget === null) listener.hovering(false);
  });
  on('drop', (event) => {
    listener.hovering(false);
    if (isOurs || !carriesSomething(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const brought = files.length > 0 ? files : (event.dataTransfer?.getData('text/plain') ?? '');
    if (brought.length > 0) listener.brought(brought);
  });
  return () => stop.abort();
}

/** Text dragged into a text field is the field's own affair. */
function carriesSomething(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  if (types.includes('Files')) return true;
  const field = event.target instanceof Element && event.target.closest('input, textarea');
  return !field && types.includes('text/plain');
}
