import { expect, test } from 'vitest';
import { outcomeOf } from '../../../src/domain/answers.ts';
import { genomeHash } from '../../../src/domain/genome.ts';
import type { Preview } from '../../../src/peer-api.ts';
import genomeText from '../../data/genome.json?raw';
import { listedGenes } from '../../data/gomcp/listed-genes.ts';
import { contextOf, rpcLine } from '../../data/gomcp/with-context.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { closeAll, openEmptyNode, openNode, taken } from '../../stories/support/open-node.ts';

type Genes = readonly { id: string; content: string; domain?: string }[];
const GENES: Genes = JSON.parse(genomeText).genes;

/** A genome file with these genes; `hash` puts another hash in place of the right one. */
async function fileOf(genes: Genes, hash?: string): Promise<Blob> {
  return new Blob([JSON.stringify({ version: '1.0', hash: hash ?? (await genomeHash(genes)), genes })]);
}

test('the first genome is taken at once, and its hash is that of the file', async () => {
  const node = await openEmptyNode('alice');
  expect(await node.api.openGenome(new Blob([genomeText]))).toMatchObject({
    what: 'genome-grown',
    counts: { genes: 5 },
  });
  expect(node.snapshot.node?.genomeHash).toBe(JSON.parse(genomeText).hash);
  expect(await node.api.openGenome(new Blob([genomeText]))).toMatchObject({ kind: 'nothing', why: 'same-genome' });
  await node.close();
});

test('a changed genome, a gene that is there twice, and a file that is no genome are refused', async () => {
  const node = await openEmptyNode('alice');
  const tampered = genomeText.replace('a person carries', 'anybody carries');
  expect(await node.api.openGenome(new Blob([tampered]))).toMatchObject({ code: 'tampered-genome', place: '/hash' });
  const twice = await fileOf([...GENES, GENES[0] as Genes[number]], 'x');
  expect(await node.api.openGenome(twice)).toMatchObject({ code: 'duplicate-id', place: '/genes/5/id' });
  expect(node.snapshot.node?.genes).toEqual([]);
  const ready = await openNode('bob');
  expect(await ready.api.openGenome(new Blob([handshake]))).toMatchObject({ code: 'not-a-genome' });
  await closeAll(node, ready);
});

test('a larger genome is previewed with the peers that lose trust; a smaller or changed one is refused', async () => {
  const node = await openTrustingGomcp();
  const larger = await fileOf([...GENES, { id: 'GENE_06', content: 'Nobody is hurried.' }]);
  const preview = taken<Preview>(await node.api.openGenome(larger));
  expect(preview).toMatchObject({ act: 'grow-genome', distrusts: ['sentinel-mcp'], newGenes: [{ id: 'GENE_06' }] });
  expect(node.snapshot.node?.genes).toHaveLength(5);
  expect(outcomeOf(await node.api.accept(preview.id))).toMatchObject({ what: 'genome-grown', counts: { genes: 1 } });
  expect(node.snapshot.node).toMatchObject({ genomeHash: JSON.parse(await larger.text()).hash });
  expect(await node.api.openGenome(new Blob([genomeText]))).toMatchObject({
    code: 'genome-lacks-ours',
    found: 'GENE_06',
  });
  const changed = GENES.map((gene) => (gene.id === 'GENE_02_TRUST' ? { ...gene, content: 'Trust everybody.' } : gene));
  expect(await node.api.openGenome(await fileOf(changed))).toMatchObject({
    code: 'gene-changed',
    found: 'GENE_02_TRUST',
  });
  await node.close();
});

test('what list_genes prints is a genome by the choice of a person, with the hash made here', async () => {
  const node = await openEmptyNode('alice');
  const list = `${JSON.stringify(listedGenes(GENES), null, 2)}${contextOf('Answer {} from the quay')}`;
  const { hash } = JSON.parse(genomeText);
  const told = { about: 'genome', act: 'grow-genome', isHashOurs: true, genome: { theirs: hash } };
  const preview = await node.preview(rpcLine(list));
  expect(preview).toMatchObject({ ...told, contextLeftOut: true });
  expect(node.snapshot.node?.genes).toEqual([]);
  // Opened as a file it is shown too: nothing in it says which genome it is.
  const opened = taken<Preview>(await node.api.openGenome(new Blob([list])));
  expect(opened).toMatchObject(told);
  expect(outcomeOf(await node.api.accept(opened.id))).toMatchObject({ what: 'genome-grown', counts: { genes: 5 } });
  expect(node.snapshot.node).toMatchObject({ genomeHash: hash, genes: GENES });
  expect(await node.preview(list)).toMatchObject({ act: 'nothing', isHashOurs: true });
  const without = new Blob([JSON.stringify({ genes: GENES })]);
  expect(await node.api.openGenome(without)).toMatchObject({ kind: 'nothing', why: 'same-genome' });
  const fewer = JSON.stringify(listedGenes(GENES.slice(1)));
  expect(await node.api.read(fewer)).toMatchObject({ code: 'genome-lacks-ours' });
  await node.close();
});

test('a gene cannot have the id of a fact that is here', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  const { id } = JSON.parse(threatActors).facts[9];
  expect(await node.api.addGene({ id, content: 'x', domain: '' })).toMatchObject({ code: 'duplicate-id', found: id });
  const preview = taken<Preview>(await node.api.openGenome(await fileOf([...GENES, { id, content: 'x' }])));
  expect(outcomeOf(await node.api.accept(preview.id))).toMatchObject({ code: 'duplicate-id', found: id });
  expect(node.snapshot.node?.genes).toHaveLength(5);
  await node.close();
});
