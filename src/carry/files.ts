/** Long enough for the slowest browser to have opened the address; the blob is freed afterwards. */
const REVOKE_AFTER_MS = 60_000;

/** Hands a file to the browser's downloads. Whether and where it arrives, no browser tells. */
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

/** The share sheet, the only way out of an installed iOS app (DESIGN 8). */
export type ShareResult = 'shared' | 'cancelled' | 'failed';

/** The act of sharing this file, ready to be called in a gesture; null where the browser can not share it. */
export function prepareShare(file: Blob, name: string): (() => Promise<ShareResult>) | null {
  if (typeof navigator.canShare !== 'function') return null;
  // Browsers share text files, but no .json.
  const shared = new File([file], `${name.replace(/\.[a-z0-9]+$/i, '')}.txt`, { type: 'text/plain' });
  const data: ShareData = { files: [shared] };
  if (!navigator.canShare(data)) return null;
  return () =>
    navigator.share(data).then(
      () => 'shared',
      (error: unknown) => (error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed'),
    );
}

/** The file a person chose, as it is; the input is emptied, so that the same file can be chosen again. */
export function takeFile(input: HTMLInputElement): File | null {
  return takeFiles(input)[0] ?? null;
}

/** All of them, in the order the browser gives. */
export function takeFiles(input: HTMLInputElement): readonly File[] {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}
