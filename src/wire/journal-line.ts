/** A line of the journal as text: what it is sealed by, and how it is carried away. */
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '../domain/bytes.ts';
import { canonicalText } from './drop-id.ts';
import type { JsonObject } from './fields.ts';

/** Hex SHA-256 of the canonical form. Not by the platform: that one answers later, when a transaction has ended. */
export function sealOf(line: object): string {
  return hex(sha256(new TextEncoder().encode(canonicalText(line as JsonObject))));
}

/** JSON Lines. */
export function writeJournal(lines: readonly object[]): string[] {
  return lines.map((line) => `${JSON.stringify(line)}\n`);
}
