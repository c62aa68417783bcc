/** Text or files pasted by the keyboard anywhere on the page. What is pasted into a text field is the field's own affair. */
import type { Brought } from './listen-for-drops.ts';

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
