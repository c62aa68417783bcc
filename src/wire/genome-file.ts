/** Genome file as JSON, and the list of genes that GoMCP prints (PROTOCOL "Genome file"). */
import type { GenomeFile } from '../domain/document.ts';
import { geneOf, genomeHash } from '../domain/genome.ts';
import { isObject } from '../domain/is-object.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Fields, JsonObject } from './fields.ts';
import { readVersion } from './sync-payload.ts';

export function readGenomeFile(fields: Fields): GenomeFile {
  return {
    kind: 'genome_file',
    version: readVersion(fields),
    hash: fields.text('hash'),
    genes: fields.list('genes', LIMITS.genes, (row) => {
      row.knows('is_gene');
      return geneOf(row.required('id'), row.content('content'), row.text('domain'));
    }),
  };
}

/**
 * The genome file of which a list holds all genes, as `list_genes` prints it. null: it is no list of genes. A list that
 * holds a gene and anything else is refused: it would be another genome without that.
 */
export function genesOfList(list: readonly unknown[]): JsonObject | Refusal | null {
  const isGene = (row: unknown) => isObject(row) && row.is_gene === true;
  const other = list.findIndex((row) => !isGene(row));
  if (other < 0 && list.length > 0) return { genes: list };
  return list.some(isGene) ? refuse('not-only-genes', { place: `/${other}` }) : null;
}

/**
 * The file with its hash, which is made here if it states none. The refusal of a file that names a gene twice, or whose
 * hash is not the hash of its genes (PROTOCOL "Genome hash").
 */
export async function checkGenomeFile(file: GenomeFile): Promise<GenomeFile | Refusal> {
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
  if (actual === '' && file.hash === '') return refuse('missing-field', { place: '/genes', found: 'genes' });
  if (file.hash === '') return { ...file, hash: actual, isHashOurs: true };
  return actual === file.hash
    ? file
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
