/** What a damaged drop is, and the real data that all drops are made from. */
import type { DocumentKind } from '../../src/domain/document.ts';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.ts';
import resonance from '../data/gomcp-resonance.json?raw';

interface Named {
  readonly name: string;
  /** A text is pasted. Bytes are a file. */
  readonly make: () => string | Uint8Array<ArrayBuffer>;
}

/** Refused with this code at this place. No place: the whole file is refused. */
export interface RefusedDrop extends Named {
  readonly code: RefusalCode;
  readonly place?: string;
  readonly found?: string;
  readonly wanted?: string;
}

export interface TakenDrop extends Named {
  readonly takes: DocumentKind;
  /** The undamaged text. What is taken must mean the same. */
  readonly means: string;
  /** Names of unknown fields that only the damaged text has, in order. */
  readonly unknown?: readonly string[];
  /** Rows of the payload that are refused later, one by one. */
  readonly rows?: readonly Pick<Refusal, 'code' | 'place' | 'found'>[];
}

export type Drop = RefusedDrop | TakenDrop;

export interface PayloadJson {
  [name: string]: unknown;
  facts: Record<string, unknown>[];
  incidents: Record<string, unknown>[];
}

/**
 * A sync payload that GoMCP printed: five genes, 35 facts with Chinese and Cyrillic letters and escapes, two incidents.
 */
export const PAYLOAD = JSON.stringify(JSON.parse(resonance).sync_payload, null, 2);
export const COMPACT = JSON.stringify(JSON.parse(PAYLOAD));
/** The place of the first fact that is not a gene. */
export const FACT = 5;

/** The payload after a change. */
export function edited(change: (payload: PayloadJson) => void): string {
  const payload = JSON.parse(PAYLOAD) as PayloadJson;
  change(payload);
  return JSON.stringify(payload, null, 2);
}

/** The payload with these fields in its first fact. */
export function withFact(fields: object): string {
  return edited(({ facts }) => Object.assign(facts[FACT] as object, fields));
}

/** A place in a text, counted from 1. */
export function character(offset: number): string {
  return `character ${offset + 1}`;
}

/** The offset behind the first `mark`. Throws if the data has no such mark. */
export function behind(mark: string, text: string = PAYLOAD): number {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`no ${mark} in the data`);
  return at + mark.length;
}

/** The text with another one in place of its first `mark`. */
export function replaced(mark: string, by: string, text: string = PAYLOAD): string {
  const end = behind(mark, text);
  return text.slice(0, end - mark.length) + by + text.slice(end);
}

export function bytesOf(content: string | Uint8Array, encoding: BufferEncoding = 'utf8'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(typeof content === 'string' ? Buffer.from(content, encoding) : content);
}
