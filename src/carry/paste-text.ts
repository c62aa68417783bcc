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
