/** Genome file as JSON (PROTOCOL "Genome file"). */
import type { GenomeFile } from '../domain/document.ts';
import { geneOf, genomeHash } from '../domain/genome.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Fields, JsonObject } from './fields.ts';
import { readVersion } from './sync-payload.ts';

export function readGenomeFile(fields: Fields): GenomeFile {
  return {
    kind: 'genome_file',
    version: readVersion(fields),
    hash: fields.required('hash'),
    genes: fields.list('genes', LIMITS.genes, (row) =>
      geneOf(row.required('id'), row.content('content'), row.text('domain')),
    ),
  };
}

/**
 * The refusal of a file that names a gene twice, or whose hash is not the hash of its genes (PROTOCOL "Genome hash").
 */
export async function checkGenomeFile(file: GenomeFile): Promise<Refusal | null> {
  const seen = new Set<string>();
  for (const [index, gene] of file.genes.entries()) {
    if (seen.has(gene.id))
      return refuse('duplicate-id', {
        place: `/genes/${index}/id`,
        found: gene.id,
      });
    seen.add(gene.id);
  }
  const actual = await genomeHash(file.genes);
  return actual === file.hash
    ? null
    : refuse('tampered-genome', {
        place: '/hash',
        found: file.hash,
        wanted: actual,
      });
}

export function writeGenomeFile(file: GenomeFile): JsonObject {
  return {
    ...(file.version !== '' && { version: file.version }),
    hash: file.hash,
    genes: file.genes.map(({ id, content, domain }) => ({
      id,
      content,
      ...(domain !== '' && { domain }),
    })),
  };
}
