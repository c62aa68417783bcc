import { describe, expect, test } from 'vitest';
import { NEVER } from '../../src/domain/time.ts';
import genome from '../data/genome.json';
import { listedGenes } from '../data/gomcp/listed-genes.ts';
import { contextOf, rpcLine } from '../data/gomcp/with-context.ts';
import { readingOf, refusalOf } from './reading.ts';

const text = (change: object) => JSON.stringify({ ...genome, ...change });

test('a genome file states genes without times', async () => {
  const { document } = await readingOf(text({}));
  expect(document).toMatchObject({ kind: 'genome_file', version: '1.0', hash: genome.hash });
  expect(document).toMatchObject({
    genes: genome.genes.map((gene) => ({ ...gene, source: 'genome', createdAt: NEVER })),
  });
});

test.for([undefined, null, ''])('a genome file with the hash %s gets the hash of its genes', async (hash) => {
  expect((await readingOf(text({ hash }))).document).toMatchObject({ hash: genome.hash, isHashOurs: true });
  expect((await readingOf(text({}))).document).not.toHaveProperty('isHashOurs');
});

describe('the list that GoMCP prints of its genes', () => {
  const list = JSON.stringify(listedGenes(genome.genes), null, 2);

  test.for<[string, string]>([
    ['alone', list],
    ['with context', list + contextOf('Answer {} from the quay')],
    ['in a line of JSON-RPC, with context', rpcLine(list + contextOf('[{"x":1}]'))],
    ['in a chat', `Bob: its genes are {these}\n${list}\n:-)`],
  ])('is read as a genome file: %s', async ([, text]) => {
    const { document, json } = await readingOf(text);
    expect(document).toMatchObject({ kind: 'genome_file', version: '', hash: genome.hash, isHashOurs: true });
    expect(document).toMatchObject({ genes: genome.genes });
    expect(json).toEqual({ genes: JSON.parse(list) });
  });

  test.for<[string, unknown, object]>([
    ['a fact among them', { id: 'f', is_gene: false }, { code: 'not-only-genes', place: '/5' }],
    ['something that is no object', 7, { code: 'not-only-genes', place: '/5' }],
    ['a gene without an id', { content: 'x', is_gene: true }, { code: 'missing-field', place: '/genes/5/id' }],
    ['a gene twice', listedGenes(genome.genes)[0], { code: 'duplicate-id', place: '/genes/5/id' }],
    ['a name in another case', { id: 'x', Is_Gene: 0, is_gene: true }, { code: 'name-in-other-case' }],
  ])('is refused with %s', async ([, row, refusal]) => {
    expect(await refusalOf(JSON.stringify([...listedGenes(genome.genes), row]))).toMatchObject(refusal);
  });
});

describe('a genome file is refused with', () => {
  const [first, ...rest] = genome.genes;
  const other = `${genome.hash.slice(0, -1)}0`;
  test.for<[string, object, object]>([
    ['another hash', { hash: other }, { code: 'tampered-genome', place: '/hash', found: other, wanted: genome.hash }],
    [
      'a changed word',
      { genes: [{ ...first, content: 'x' }, ...rest] },
      { code: 'tampered-genome', found: genome.hash },
    ],
    ['a missing gene', { genes: rest }, { code: 'tampered-genome' }],
    ['no genes', { genes: [] }, { code: 'tampered-genome', wanted: '' }],
    [
      'a gene twice',
      { genes: [...genome.genes, first] },
      { code: 'duplicate-id', place: '/genes/5/id', found: first?.id },
    ],
    ['a gene without an id', { genes: [{ content: 'x' }] }, { code: 'missing-field', place: '/genes/0/id' }],
    ['no genes and no hash', { genes: [], hash: undefined }, { code: 'missing-field', place: '/genes' }],
    ['no hash and a gene twice', { genes: [first, first], hash: '' }, { code: 'duplicate-id', place: '/genes/1/id' }],
    ['a newer version', { version: '2.0' }, { code: 'newer-version', place: '/version', found: '2.0' }],
  ])('%s', async ([, change, refusal]) => {
    expect(await refusalOf(text(change))).toMatchObject(refusal);
  });
});

test('a genome file is the same in any order of genes and with any domains', async () => {
  await readingOf(text({ genes: genome.genes.toReversed() }));
  await readingOf(text({ genes: genome.genes.map(({ id, content }) => ({ id, content })) }));
});
