import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geneFact, geneOf, genomeHash, growGenome, learnGeneTime } from '../../src/domain/genome.ts';
import { NEVER } from '../../src/domain/time.ts';
import { aFact, genesOf } from './a-fact.ts';

describe('the genome hash', () => {
  /** PROTOCOL "Genome hash", written a second time with Node's own hash. */
  function expected(genes: readonly { id: string; content: string }[]): string {
    const sha = (data: string | Buffer) => createHash('sha256').update(data).digest();
    const sorted = [...genes].sort((a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)));
    return sha(Buffer.concat(sorted.map(({ id, content }) => sha(`${id}:${content}`)))).toString('hex');
  }

  test('is empty if there are no genes', async () => {
    expect(await genomeHash([])).toBe('');
  });

  test('sorts ids by their UTF-8 bytes, not by UTF-16 units', async () => {
    const genes = genesOf(['\u{1f9ec}', 'a'], ['\uffe0', 'b'], ['z', 'c'], ['zz', 'd'], ['Z', 'e']);
    expect(await genomeHash(genes)).toBe(expected(genes));
    expect(genes.map((gene) => gene.id).sort()[3]).toBe('\u{1f9ec}');
  });

  test('is the same in any order of any genes', async () => {
    const text = fc.string({ unit: 'grapheme' });
    const genes = fc.uniqueArray(fc.record({ id: text, content: text }), { selector: (gene) => gene.id, minLength: 1 });
    await fc.assert(
      fc.asyncProperty(genes, async (some) => {
        const hash = await genomeHash(some);
        expect(hash).toBe(expected(some));
        expect(await genomeHash(some.toReversed())).toBe(hash);
      }),
    );
  });

  test('depends only on id and content', async () => {
    const [plain, labelled] = [geneOf('G1', 'one', ''), { ...geneOf('G1', 'one', 'x'), source: 'y', module: 'z' }];
    expect(await genomeHash([labelled])).toBe(await genomeHash([plain]));
    expect(await genomeHash([geneOf('G1', 'one!', '')])).not.toBe(await genomeHash([plain]));
  });
});

describe('a genome only grows, and only as a whole', () => {
  const ours = genesOf(['G1', 'one'], ['G2', 'two']);
  test.for<[string, readonly [string, string][], readonly string[]]>([
    [
      'the same',
      [
        ['G1', 'one'],
        ['G2', 'two'],
      ],
      [],
    ],
    [
      'the same in another order',
      [
        ['G2', 'two'],
        ['G1', 'one'],
      ],
      [],
    ],
    [
      'one more',
      [
        ['G1', 'one'],
        ['G3', 'three'],
        ['G2', 'two'],
      ],
      ['G3'],
    ],
  ])('%s', ([, theirs, added]) => {
    expect(growGenome(ours, genesOf(...theirs))).toEqual(genesOf(...theirs).filter((gene) => added.includes(gene.id)));
  });

  test('all of theirs is new if ours is empty', () => {
    expect(growGenome([], ours)).toEqual(ours);
  });

  test.for<[string, readonly [string, string][], object]>([
    [
      'other words for one of ours',
      [
        ['G1', 'one!'],
        ['G2', 'two'],
      ],
      { code: 'gene-changed', found: 'G1' },
    ],
    [
      'one of ours is missing',
      [
        ['G1', 'one'],
        ['G3', 'three'],
      ],
      { code: 'genome-lacks-ours', found: 'G2' },
    ],
    ['all of ours are missing', [['G3', 'three']], { code: 'genome-lacks-ours', found: 'G1, G2' }],
    ['none at all', [], { code: 'genome-lacks-ours', found: 'G1, G2' }],
    ['other words, and one is missing', [['G2', 'zwei']], { code: 'gene-changed', found: 'G2' }],
  ])('%s', ([, theirs, refusal]) => {
    expect(growGenome(ours, genesOf(...theirs))).toMatchObject({ kind: 'refused', ...refusal });
  });
});

describe('the time of a gene', () => {
  const gene = geneOf('G1', 'one', '');
  const learn = (...times: readonly string[]) =>
    times.reduce((known, createdAt) => learnGeneTime(known, aFact({ id: 'G1', createdAt })), gene).createdAt;

  test.for<[string, readonly string[], string]>([
    ['is not known from a genome file', [], NEVER],
    ['is told by a payload', ['2025-02-08T07:33:20Z'], '2025-02-08T07:33:20Z'],
    ['stays known', ['2025-02-08T07:33:20Z', NEVER], '2025-02-08T07:33:20Z'],
    ['is the earliest', ['2025-02-08T07:33:20Z', '2025-02-08T07:33:20.000000001Z'], '2025-02-08T07:33:20Z'],
    ['is compared as an instant', ['2025-02-08T07:00:00Z', '2025-02-08T08:00:00+02:00'], '2025-02-08T08:00:00+02:00'],
    ['is not taken from nonsense', ['yesterday'], NEVER],
  ])('%s', ([, told, known]) => {
    expect(learn(...told)).toBe(known);
  });

  test('any order and repetition of payloads ends in the same genome', () => {
    const minutes = ['00', '30', '59'];
    const times = fc.constantFrom(
      NEVER,
      ...minutes.flatMap((m) => [`2025-02-08T07:${m}:00Z`, `2025-02-08T09:${m}:00+02:00`, `2025-02-08T07:${m}:00.0Z`]),
    );
    const told = fc
      .array(times)
      .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
    fc.assert(
      fc.property(told, ([some, shuffled]) => {
        expect(learn(...some, ...some)).toBe(learn(...shuffled));
      }),
    );
  });

  test('never changes id, content and labels', () => {
    const told = learnGeneTime(
      gene,
      aFact({ id: 'G1', content: 'other', domain: 'x', createdAt: '2025-02-08T07:33:20Z' }),
    );
    expect(told).toEqual({ ...gene, createdAt: '2025-02-08T07:33:20Z' });
    expect(geneFact(told)).toMatchObject({ id: 'G1', content: 'one', level: 0, isGene: true, source: 'genome' });
  });
});
