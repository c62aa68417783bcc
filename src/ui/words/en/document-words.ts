import type { DocumentKind } from '../../../domain/document.ts';

/** What a document is called in the middle of a sentence. */
export const documentWords: Readonly<Record<DocumentKind, string>> = {
  handshake_request: 'a handshake request',
  handshake_response: 'a reply to a handshake',
  sync_payload: 'a sync payload',
  gene_backup: 'a gene backup',
  delta_sync_request: 'a request for what is new',
  delta_sync_response: 'an answer with what is new',
  genome_file: 'a genome file',
  tool_peer_status: 'a peer status of GoMCP',
  tool_peer_handshake: 'a handshake report of GoMCP',
  tool_force_resonance_handshake: 'a resonance report of GoMCP',
  tool_sync_facts: 'an import report of GoMCP',
  tool_peer_backup: 'a list of gene backups of GoMCP',
};
