/** Who wrote a document, as far as its signature tells (DESIGN 4.2). A peer id follows from a key: nobody else can sign for it. */
import type { NodeDocument } from './document.ts';
import { type Refusal, refuse } from './refusal.ts';

/** signed: the signature holds, and this is the peer id of the key it was made with; broken: there is one, and it does not hold. */
export type Authorship =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'broken' }
  | {
      readonly kind: 'signed';
      readonly peerId: string;
      readonly publicKey: Uint8Array<ArrayBuffer>;
      /** That its author gave to this document alone; null: an author that counts nothing. */
      readonly number: number | null;
    };

/** How the signature of a document reads; other-key: it holds, but was made with another key than that of the peer id the document claims. */
export type AuthorReading = 'unsigned' | 'signed' | 'broken' | 'other-key';

/** The peer id that a document claims to be from; null where it names nobody. */
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

/** Why nothing of that author's may be accepted; `hasSigned`: documents of the claimed author have been signed before. */
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
