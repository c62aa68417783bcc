/** Text to the clipboard and from it. Both functions are to be called from a gesture. */

/** Bytes of UTF-8. Android's clipboard fails without a word near 1 MB; this is far below. */
export const MOST_COPIED = 256 * 1024;

/** copied: the browser has confirmed it. */
export type CopyResult = 'copied' | 'denied' | 'unavailable';

/** Call it with a text that is ready, with no `await` before it: Safari would not let it write then. */
export async function copyText(text: string): Promise<CopyResult> {
  // Missing if the page is not a secure context.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard?.writeText) return 'unavailable';
  return clipboard.writeText(text).then(
    () => 'copied',
    () => 'denied',
  );
}

export type PasteResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unavailable' };

/** The browser may ask the person, who may say no. */
export async function pasteText(): Promise<PasteResult> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard?.readText) return { kind: 'unavailable' };
  return clipboard.readText().then(
    (text): PasteResult => ({ kind: 'text', text }),
    (): PasteResult => ({ kind: 'denied' }),
  );
}
