import { describe, expect, test } from 'vitest';
import { NEVER } from '../../src/domain/time.ts';
import genome from '../data/genome.json';
import { readingOf, refusalOf } from './reading.ts';

const text = (change: object) => JSON.stringify({ ...genome, ...change });

test('a genome file states genes without times', async () => {
  const { document } = await readingOf(text({}));
  expect(document).toMatchObject({ kind: 'genome_file', version: '1.0', hash: genome.hash });
  expect(document).toMatchObject({
    genes: genome.genes.map((gene) => ({ ...gene, source: 'genome', createdAt: NEVER })),
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
    ['no hash', { hash: undefined }, { code: 'missing-field', place: '/hash' }],
    ['an empty hash', { hash: '' }, { code: 'missing-field', place: '/hash' }],
    ['a newer version', { version: '2.0' }, { code: 'newer-version', place: '/version', found: '2.0' }],
  ])('%s', async ([, change, refusal]) => {
    expect(await refusalOf(text(change))).toMatchObject(refusal);
  });
});

test('a genome file is the same in any order of genes and with any domains', async () => {
  await readingOf(text({ genes: genome.genes.toReversed() }));
  await readingOf(text({ genes: genome.genes.map(({ id, content }) => ({ id, content })) }));
});
