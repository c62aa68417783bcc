/** Gene backup as JSON (PROTOCOL "Gene backup"). */
import type { GeneBackup } from '../domain/document.ts';
import { readFacts, synapseWithEdits, writeFact } from './facts.ts';
import type { Fields, JsonObject } from './fields.ts';

export function readGeneBackup(fields: Fields): GeneBackup {
  return {
    kind: 'gene_backup',
    peerId: fields.required('peer_id'),
    genomeHash: fields.text('genome_hash'),
    facts: readFacts(fields),
    backedUpAt: fields.time('backed_up_at'),
    reason: fields.text('reason'),
  };
}

export function writeGeneBackup(backup: GeneBackup): JsonObject {
  return {
    peer_id: backup.peerId,
    genome_hash: backup.genomeHash,
    facts: backup.facts.map(writeFact),
    backed_up_at: backup.backedUpAt,
    reason: backup.reason,
    ...synapseWithEdits(backup.facts),
  };
}
