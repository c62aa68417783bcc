/** Tells an archive from any other text or file by how it begins. No more of it is read. */
import { beginsArchive } from '../../wire/archive.ts';
import { isSealed } from './sealed.ts';

/** Characters or bytes that are looked at, unpacked if the file is packed. */
const BEGINNING = 256;
/** The first byte of a gzip file (RFC 1952). */
const GZIP = 0x1f;

/** sealed: behind a passphrase. null: no archive. */
export async function archiveKind(input: string | Blob): Promise<'sealed' | 'open' | null> {
  const beginning = await beginningOf(input);
  if (isSealed(beginning)) return 'sealed';
  const isPackedFile = typeof input !== 'string' && (await isPacked(input));
  return beginsArchive(isPackedFile ? await unpackedBeginning(input) : beginning) ? 'open' : null;
}

export async function isPacked(file: Blob): Promise<boolean> {
  return new Uint8Array(await file.slice(0, 1).arrayBuffer())[0] === GZIP;
}

async function beginningOf(input: string | Blob): Promise<string> {
  const beginning = input.slice(0, BEGINNING);
  return typeof beginning === 'string' ? beginning : beginning.text();
}

async function unpackedBeginning(file: Blob): Promise<string> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunk = await reader.read().catch(() => null); // A broken gzip file is no archive.
  void reader.cancel().catch(() => undefined);
  return new TextDecoder().decode(chunk?.value?.subarray(0, BEGINNING));
}
