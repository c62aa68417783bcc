/** What GoMCP's decoder takes and refuses, and what it reads. */
import { isRefusal } from '../../src/domain/refusal.ts';
import { readDocument } from '../../src/wire/read-document.ts';
import { toJson } from '../../src/wire/write-document.ts';
import { isWire } from './check-wire.ts';
import { differenceOfJson } from './equal-json.ts';

interface DecodeCase {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly reference_value?: Record<string, unknown>;
  readonly reference_error?: string;
}

/**
 * Cases that we refuse on purpose and GoMCP takes, with our code and the reason (PROTOCOL "Differences from GoMCP").
 */
export const DIFFERENCES: Readonly<Record<string, { readonly code: string; readonly why: string }>> = {
  'a fact that is null': {
    code: 'wrong-type',
    why: 'it says nothing that could be stored',
  },
  'a repeated key: the last one stands': {
    code: 'name-twice',
    why: 'a person is shown one of the two, and another reader may take the other',
  },
  'timestamp past 2^53': {
    code: 'bad-number',
    why: 'JavaScript cannot hold it exactly, and a reader must not guess',
  },
  'trust outside the known levels': {
    code: 'unknown-trust',
    why: 'a level that nobody defined means nothing',
  },
  'backup without a peer': {
    code: 'missing-field',
    why: 'a backup belongs to somebody',
  },
};

/** Unknown fields in the vectors. GoMCP drops them and we store them, which is no difference in meaning. */
const UNKNOWN = new Set(['confidence', 'later']);

export async function checkDecode(one: DecodeCase): Promise<string | null> {
  const reading = await readDocument(one.text);
  const difference = DIFFERENCES[one.name];
  if (difference || one.reference_error !== undefined) {
    if (!isRefusal(reading)) return 'taken, though it should be refused';
    if (difference) return reading.code === difference.code ? null : `refused as ${reading.code}`;
    return reading.code === 'empty' || reading.place !== undefined ? null : `${reading.code} names no place`;
  }
  if (isRefusal(reading)) return `refused: ${JSON.stringify(reading)}`;
  if (reading.document.kind !== one.kind) return `read as ${reading.document.kind}`;
  if (!isWire(reading.document)) return 'no wire document';
  return differenceOfJson(withoutUnknown(JSON.parse(JSON.stringify(toJson(reading.document)))), one.reference_value);
}

function withoutUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnknown);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).filter(([key]) => !UNKNOWN.has(key));
  return Object.fromEntries(known.map(([key, child]) => [key, withoutUnknown(child)]));
}
