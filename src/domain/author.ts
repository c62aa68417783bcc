/**
 * Who wrote a document, as far as its signature tells (ARCHITECTURE "Identity"). A peer id is made of a key, so nobody
 * without that key can sign for it.
 */
import type { NodeDocument } from './document.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * What the signature of a document tells by itself. `broken`: there is a signature, and it does not hold.
 * `signed`: it holds, and `peerId` is the peer id of the key that made it.
 */
export type Authorship =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'broken' }
  | {
      readonly kind: 'signed';
      readonly peerId: string;
      readonly publicKey: Uint8Array<ArrayBuffer>;
      /** The author gives each number to one document only. null: the author does not number its documents. */
      readonly number: number | null;
    };

/**
 * What a signature says about the claimed author. `other-key`: the signature holds, but its key has another peer id
 * than the document claims.
 */
export type AuthorReading = 'unsigned' | 'signed' | 'broken' | 'other-key';

/** The peer id that a document claims to be from. null: documents of this kind name no author. */
export function claimedAuthor(document: NodeDocument): string | null {
  switch (document.kind) {
    case 'handshake_request':
    case 'sync_payload':
    case 'delta_sync_request':
    case 'delta_sync_response':
      return document.fromPeerId;
    case 'handshake_response':
      return document.toPeerId;
    case 'tool_peer_status':
      return document.selfId;
    case 'tool_peer_handshake':
      return document.localPeerId;
    case 'tool_force_resonance_handshake':
      return document.payload?.fromPeerId ?? document.localPeerId;
    case 'gene_backup':
    case 'tool_peer_backup':
    case 'tool_sync_facts':
    case 'genome_file':
      return null;
  }
}

export function readingOf(author: Authorship, claimed: string | null): AuthorReading {
  if (author.kind !== 'signed') return author.kind;
  return claimed === null || claimed === author.peerId ? 'signed' : 'other-key';
}

/**
 * Why this document may not be accepted, or null. `hasSigned`: a document of the claimed author was signed before, so
 * an unsigned one is refused.
 */
export function authorProblem(author: Authorship, claimed: string | null, hasSigned: boolean): Refusal | null {
  switch (readingOf(author, claimed)) {
    case 'signed':
      return null;
    case 'unsigned':
      return hasSigned ? refuse('signature-missing', { found: claimed ?? '' }) : null;
    case 'broken':
      return refuse('signature-broken', { place: '/synapse/signature', found: claimed ?? '' });
    case 'other-key': {
      const found = author.kind === 'signed' ? author.peerId : '';
      return refuse('signed-by-another', { place: '/synapse/public_key', found, wanted: claimed ?? '' });
    }
  }
}
