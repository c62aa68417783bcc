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
