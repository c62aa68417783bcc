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

/** Text or files pasted by the keyboard anywhere on the page. What is pasted into a text field is the field's own affair. */
const TEXT_FIELD = 'input:not([type="file"], [type="radio"], [type="checkbox"]), textarea, [contenteditable]';

export function listenForPastes(target: Document, brought: (what: Brought) => void): () => void {
  const stop = new AbortController();
  const take = (event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest(TEXT_FIELD)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const what = files.length > 0 ? files : (event.clipboardData?.getData('text/plain') ?? '');
    if (what.length === 0) return;
    event.preventDefault();
    brought(what);
  };
  target.addEventListener('paste', take, { signal: stop.signal });
  return () => stop.abort();
}

/** Files that the system opens with the installed app (the manifest's file_handlers). */
interface LaunchParams {
  readonly files?: readonly FileSystemFileHandle[];
}

/** Not in TypeScript's DOM: few browsers have it (Launch Handler API). */
interface LaunchQueue {
  setConsumer(consumer: (launch: LaunchParams) => void): void;
}

/** The browser keeps launches until somebody listens. `opened` is called for each file on its way: it may be gone by then. */
export function listenForLaunches(target: Window, opened: (name: string, file: Promise<File>) => void): void {
  const { launchQueue } = target as Window & { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    for (const file of files) opened(file.name, file.getFile());
  });
}
