/** What binds a fact, and every edit of it, to the node that wrote it first. */
import type { Edit, Fact } from '../domain/fact.ts';
import { canonicalBytes } from './drop-id.ts';
import { writeFact } from './facts.ts';
import { sealOf } from './journal-line.ts';

/** Hex SHA-256 of what an edit can change. */
export function hashOfWords({ content, level, domain, module }: Fact): string {
  return sealOf([content, level, domain, module]);
}

/** The id of a fact, made of who wrote it first, when, and in which words: nobody else's edit can be of this fact. 32 hex digits, as GoMCP's. */
export function factIdOf(peerId: string, { createdAt }: Pick<Fact, 'createdAt'>, firstHash: string): string {
  return sealOf([peerId, createdAt, firstHash]).slice(0, 32);
}

/** What its writer signs: the fact as GoMCP would read it, with what it takes the place of, in canonical form (RFC 8785). No document looks like it. */
export function editBytes(
  fact: Fact,
  { publicKey, replaces }: Pick<Edit, 'publicKey' | 'replaces'>,
): Promise<Uint8Array<ArrayBuffer>> {
  return canonicalBytes({ fact: writeFact(fact), public_key: publicKey, replaces });
}
