/**
 * From a document to JSON, with keys in the reference's order, so that GoMCP's decoder takes it as it is (PROTOCOL
 * "What holds for every document").
 */
import type { WireDocument } from '../domain/document.ts';
import { writeDeltaSyncRequest, writeDeltaSyncResponse } from './delta-sync.ts';
import type { JsonObject } from './fields.ts';
import { writeGeneBackup } from './gene-backup.ts';
import { writeGenomeFile } from './genome-file.ts';
import { writeHandshakeRequest, writeHandshakeResponse } from './handshake.ts';
import { writeSyncPayload } from './sync-payload.ts';

export function toJson(document: WireDocument): JsonObject {
  switch (document.kind) {
    case 'handshake_request':
      return writeHandshakeRequest(document);
    case 'handshake_response':
      return writeHandshakeResponse(document);
    case 'sync_payload':
      return writeSyncPayload(document);
    case 'gene_backup':
      return writeGeneBackup(document);
    case 'delta_sync_request':
      return writeDeltaSyncRequest(document);
    case 'delta_sync_response':
      return writeDeltaSyncResponse(document);
    case 'genome_file':
      return writeGenomeFile(document);
  }
}
