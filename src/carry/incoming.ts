/** Texts and files that reach the page without a button: dropped, pasted, or opened by the system. */
export type Brought = readonly File[] | string;

export interface DropListener {
  /** Something that could be dropped is over the window, or is no longer. */
  dragOver(isOver: boolean): void;
  brought(what: Brought): void;
}

/** Listens for what is dropped anywhere on the window; returns the function that ends it. */
export function listenForDrops(target: Window, listener: DropListener): () => void {
  const stop = new AbortController();
  const on = (type: 'dragstart' | 'dragend' | 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) =>
    target.addEventListener(type, handle, { signal: stop.signal });

  // A link of this page that is dragged by mistake was not brought.
  let isOurs = false;
  on('dragstart', () => {
    isOurs = true;
  });
  on('dragend', () => {
    isOurs = false;
  });
  on('dragover', (event) => {
    if (isOurs || !carriesSomething(event)) return;
    event.preventDefault(); // Otherwise the browser would open the file in the place of this page.
    listener.dragOver(true);
  });
  on('dragleave', (event) => {
    // `relatedTarget` is set if the pointer only moves to another element of the page.
    if (event.relatedTarget === null) listener.dragOver(false);
  });
  on('drop', (event) => {
    listener.dragOver(false);
    if (isOurs || !carriesSomething(event)) return;
    event.preventDefault();
    const what = broughtIn(event.dataTransfer);
    if (what.length > 0) listener.brought(what);
  });
  return () => stop.abort();
}

/** A text that is dragged into a text field is for that field. */
function carriesSomething(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  if (types.includes('Files')) return true;
  const field = event.target instanceof Element && event.target.closest('input, textarea');
  return !field && types.includes('text/plain');
}

/** What is pasted into a text field is for that field. */
const TEXT_FIELD = 'input:not([type="file"], [type="radio"], [type="checkbox"]), textarea, [contenteditable]';

/** Listens for what the keyboard pastes anywhere on the page; returns the function that ends it. */
export function listenForPastes(target: Document, brought: (what: Brought) => void): () => void {
  const stop = new AbortController();
  const take = (event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest(TEXT_FIELD)) return;
    const what = broughtIn(event.clipboardData);
    if (what.length === 0) return;
    event.preventDefault();
    brought(what);
  };
  target.addEventListener('paste', take, { signal: stop.signal });
  return () => stop.abort();
}

/** Its files, or else its text; empty if it has neither. */
function broughtIn(data: DataTransfer | null): Brought {
  const files = [...(data?.files ?? [])];
  return files.length > 0 ? files : (data?.getData('text/plain') ?? '');
}

/** The Launch Handler API, which few browsers have and TypeScript does not know. */
interface LaunchParams {
  readonly files?: readonly FileSystemFileHandle[];
}

interface LaunchQueue {
  setConsumer(consumer: (launch: LaunchParams) => void): void;
}

/**
 * Calls `opened` for every file that the system opens with the installed app (`file_handlers` in the manifest).
 * The browser stores launches until this is called. The promise is rejected if the file is gone by then.
 */
export function listenForLaunches(target: Window, opened: (name: string, file: Promise<File>) => void): void {
  const { launchQueue } = target as Window & { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    for (const file of files) opened(file.name, file.getFile());
  });
}
