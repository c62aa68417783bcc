/**
 * From bytes to text: UTF-8, UTF-16 with a byte order mark, or gzip of these. The limit on the size is checked while
 * unpacking (PROTOCOL "Text around a document").
 */
import { utf8, utf8Length } from '../domain/bytes.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type Progress, type Steps, type Walk, walkAtOnce } from '../domain/steps.ts';

/** How files begin that people send by mistake. Each letter is one byte. */
const NO_TEXT: readonly (readonly [beginning: string, kind: string])[] = [
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['%PDF-', 'PDF'],
  ['PK\x03\x04', 'ZIP'],
  ['{\0', 'UTF-16 without BOM'],
  ['\0{', 'UTF-16 without BOM'],
];
const LONGEST_BEGINNING = 5;
/** Bytes among which a zero means that it is no text. */
const HEAD = 4096;
const BOM = '\ufeff';
/** Bytes between two steps. */
const STRETCH = 2 * 1024 * 1024;

/**
 * The text of a file, or a text that was pasted, or why it has none. The same rules hold for both. Rejects only if
 * `walk` is cancelled.
 */
export async function unpack(input: string | Blob, walk: Walk = walkAtOnce): Promise<string | Refusal> {
  return typeof input === 'string' ? walk(checkText(input)) : unpackFile(input, walk);
}

/** A lone surrogate becomes U+FFFD, as if the text had been written into a file. */
function* checkText(text: string): Steps<string | Refusal> {
  const head = utf8(text.slice(0, HEAD)).subarray(0, HEAD);
  const size = utf8Length(text);
  if (kindOf(head) !== undefined) return notText(head);
  if (size > LIMITS.textBytes) return tooLarge(size, LIMITS.textBytes);
  if (head.includes(0)) return notText(head);
  yield { phase: 'reading', done: size, total: size, unit: 'bytes' };
  return (text.startsWith(BOM) ? text.slice(1) : text).toWellFormed();
}

async function unpackFile(blob: Blob, walk: Walk): Promise<string | Refusal> {
  const head = new Uint8Array(await blob.slice(0, LONGEST_BEGINNING).arrayBuffer());
  if (head[0] === 0x1f && head[1] === 0x8b) return inflate(blob, walk);
  if (kindOf(head) !== undefined) return notText(head);
  if (blob.size > LIMITS.textBytes) return tooLarge(blob.size, LIMITS.textBytes);
  return walk(decode(await blob.arrayBuffer()));
}

async function inflate(blob: Blob, walk: Walk): Promise<string | Refusal> {
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let reported = 0;
  for (;;) {
    // A damaged gzip file rejects here.
    const chunk = await reader.read().catch(() => null);
    if (chunk === null) return refuse('bad-gzip', { found: `${size}` });
    if (chunk.done) break;
    size += chunk.value.byteLength;
    if (size > LIMITS.unpackedBytes) {
      await reader.cancel();
      return tooLarge(size, LIMITS.unpackedBytes);
    }
    parts.push(chunk.value);
    if (size - reported < STRETCH) continue;
    reported = size;
    await walk(report({ phase: 'reading', done: size, total: 0, unit: 'bytes' }));
  }
  return walk(decode(await new Blob(parts).arrayBuffer()));
}

function* report(progress: Progress): Steps<void> {
  yield progress;
}

function* decode(bytes: ArrayBuffer): Steps<string | Refusal> {
  const view = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, HEAD));
  const encoding =
    view[0] === 0xff && view[1] === 0xfe ? 'utf-16le' : view[0] === 0xfe && view[1] === 0xff ? 'utf-16be' : 'utf-8';
  if (encoding === 'utf-8' && view.includes(0)) return notText(view);
  const decoder = new TextDecoder(encoding, { fatal: true });
  const parts: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += STRETCH) {
    const length = Math.min(STRETCH, bytes.byteLength - at);
    const text = decodePart(decoder, new Uint8Array(bytes, at, length));
    if (text === null) return view[0] === 0x89 || view[0] === 0xff ? notText(view) : refuse('bad-encoding');
    parts.push(text);
    yield { phase: 'reading', done: at + length, total: bytes.byteLength, unit: 'bytes' };
  }
  return parts.join('');
}

/**
 * The text of one part. null: it is no text. Half a letter at the very end of a file is dropped without a word: that
 * text was cut off, and what is before it shows that.
 */
function decodePart(decoder: TextDecoder, part: Uint8Array<ArrayBuffer>): string | null {
  try {
    return decoder.decode(part, { stream: true });
  } catch {
    return null;
  }
}

function kindOf(head: Uint8Array): string | undefined {
  const letters = String.fromCharCode(...head.subarray(0, LONGEST_BEGINNING));
  return NO_TEXT.find(([beginning]) => letters.startsWith(beginning))?.[1];
}

function notText(head: Uint8Array): Refusal {
  const found = kindOf(head);
  return refuse('binary', found === undefined ? {} : { found });
}

function tooLarge(found: number, wanted: number): Refusal {
  return refuse('text-too-large', { found: `${found}`, wanted: `${wanted}` });
}
