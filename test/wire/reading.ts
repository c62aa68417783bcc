/** Reading texts in tests. */
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { canonicalBytes, dropIdOf } from '../../src/wire/canonical.ts';
import type { JsonObject } from '../../src/wire/fields.ts';
import { type Reading, readDocument } from '../../src/wire/read-document.ts';

/** Reads a text. Throws if it is refused. */
export async function readingOf(text: string): Promise<Reading> {
  const reading = await readDocument(text);
  if (isRefusal(reading)) throw new Error(`refused: ${JSON.stringify(reading)}`);
  return reading;
}

/** The refusal of a text. Throws if it is read. */
export async function refusalOf(text: string): Promise<Refusal> {
  const reading = await readDocument(text);
  if (!isRefusal(reading)) throw new Error(`taken as ${reading.document.kind}: ${text.slice(0, 200)}`);
  return reading;
}

export async function dropIdOfJson(json: JsonObject): Promise<string> {
  return dropIdOf(await canonicalBytes(json));
}
