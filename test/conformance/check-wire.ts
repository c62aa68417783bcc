/** Documents that GoMCP wrote. */
import type { NodeDocument, WireDocument } from '../../src/domain/document.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { readDocument } from '../../src/wire/read-document.ts';
import { toJson } from '../../src/wire/write-document.ts';
import { differenceOfJson } from './equal-json.ts';

interface WireCase {
  readonly kind: string;
  readonly text: string;
}

/** A document must be read as its kind. A document that we write too must mean the same when it is written again. */
export async function checkWire({ kind, text }: WireCase): Promise<string | null> {
  const reading = await readDocument(text);
  if (kind === 'genome_file_tampered') {
    return isRefusal(reading) && reading.code === 'tampered-genome' ? null : 'not refused as tampered';
  }
  if (isRefusal(reading)) return `refused: ${JSON.stringify(reading)}`;
  if (reading.document.kind !== kind) return `read as ${reading.document.kind}`;
  if (!isWire(reading.document)) return null;
  return differenceOfJson(JSON.parse(JSON.stringify(toJson(reading.document))), JSON.parse(text));
}

export function isWire(document: NodeDocument): document is WireDocument {
  return !document.kind.startsWith('tool_');
}
