/** Text to the clipboard. 'copied' is said only after the browser said so. */
/** Android's clipboard fails silently near 1 MB; this is far enough below it (DESIGN 8). Bytes. */
export const MOST_COPIED = 256 * 1024;

export type CopyResult = 'copied' | 'denied' | 'unavailable';

/** Call it synchronously from the gesture with text that is ready: Safari drops the right to write across an await (DESIGN 8). */
export async function copyText(text: string): Promise<CopyResult> {
  // Missing where the page is not a secure context.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard?.writeText) return 'unavailable';
  return clipboard.writeText(text).then(
    () => 'copied',
    () => 'denied',
  );
}

/** Text from the clipboard, where the browser and the person let us. */
export type PasteResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unavailable' };

/** Call it from a gesture: the browser may ask the person, who may say no. */
export async function pasteText(): Promise<PasteResult> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard?.readText) return { kind: 'unavailable' };
  return clipboard.readText().then(
    (text): PasteResult => ({ kind: 'text', text }),
    (): PasteResult => ({ kind: 'denied' }),
  );
}
