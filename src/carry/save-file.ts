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
