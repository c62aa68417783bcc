/** Bytes -> text: plain UTF-8 or UTF-16 with its mark, or gzip of that, bounded while it is unpacked (DESIGN 5.1). */
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';

/** How files begin that people send by mistake, a letter a byte. */
const NO_TEXT: readonly (readonly [beginning: string, kind: string])[] = [
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['%PDF-', 'PDF'],
  ['PK\x03\x04', 'ZIP'],
  ['{\0', 'UTF-16 without BOM'],
  ['\0{', 'UTF-16 without BOM'],
];
const LONGEST_BEGINNING = 5;

export async function unpack(blob: Blob): Promise<string | Refusal> {
  const head = new Uint8Array(await blob.slice(0, LONGEST_BEGINNING).arrayBuffer());
  if (head[0] === 0x1f && head[1] === 0x8b) return inflate(blob);
  if (kindOf(head) !== undefined) return notText(head);
  if (blob.size > LIMITS.textBytes) return tooLarge(blob.size, LIMITS.textBytes);
  return decode(await blob.arrayBuffer());
}

async function inflate(blob: Blob): Promise<string | Refusal> {
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > LIMITS.unpackedBytes) {
        await reader.cancel();
        return tooLarge(size, LIMITS.unpackedBytes);
      }
      parts.push(value);
    }
  } catch {
    return refuse('bad-gzip', { found: `${size}` });
  }
  return decode(await new Blob(parts).arrayBuffer());
}

function decode(bytes: ArrayBuffer): string | Refusal {
  const view = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 4096));
  const encoding =
    view[0] === 0xff && view[1] === 0xfe ? 'utf-16le' : view[0] === 0xfe && view[1] === 0xff ? 'utf-16be' : 'utf-8';
  if (encoding === 'utf-8' && view.includes(0)) return notText(view);
  try {
    // Half a letter at the very end is a text that was cut there: what is before it tells so.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return view[0] === 0x89 || view[0] === 0xff ? notText(view) : refuse('bad-encoding');
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
