/** Files out by download or share sheet, and in by a file input. Knows nothing about what is in them. */

/** The slowest browser has opened the address by then. The memory of the file is freed afterwards. */
const REVOKE_AFTER_MS = 60_000;

/** Hands a file to the browser's downloads. No browser tells whether it arrived. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}

/** cancelled: the person closed the share sheet. */
export type ShareResult = 'shared' | 'cancelled' | 'failed';

/** Returns the function that opens the share sheet with this file: call it from a gesture. null: not possible here. */
export function prepareShare(file: Blob, name: string): (() => Promise<ShareResult>) | null {
  if (typeof navigator.canShare !== 'function') return null;
  // Browsers share `.txt` files, but no `.json` files.
  const shared = new File([file], `${name.replace(/\.[a-z0-9]+$/i, '')}.txt`, { type: 'text/plain' });
  const data: ShareData = { files: [shared] };
  if (!navigator.canShare(data)) return null;
  return () =>
    navigator.share(data).then(
      () => 'shared',
      (error: unknown) => (error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed'),
    );
}

/** The file that a person chose. Empties the input, so that the same file can be chosen again. */
export function takeFile(input: HTMLInputElement): File | null {
  return takeFiles(input)[0] ?? null;
}

/** All files that a person chose. Empties the input. */
export function takeFiles(input: HTMLInputElement): readonly File[] {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}
