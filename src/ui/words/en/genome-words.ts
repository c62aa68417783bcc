import { formats } from './formats.ts';

const { count, list } = formats;

export const genomeWords = {
  title: 'Genome',
  about: 'The rules this node lives by. Nodes trust each other when their genome hashes are the same.',
  none: 'No genes yet. Open a genome file, or add the first gene by hand.',
  open: 'Open genome file',
  count: (n: number) => count(n, { one: 'gene', other: 'genes' }),
  hash: 'Genome hash',
  hashHint: 'Compare it with another person to know that you live by the same rules.',
  add: 'Add gene',
  addTitle: 'A new gene',
  id: 'Gene id',
  content: 'Content',
  domain: 'Domain',
  forGood: 'A gene can never be changed or taken away, and it changes the genome hash.',
  distrusts: (names: readonly string[]) =>
    `${list(names)} will have to shake hands again, and only with the same gene: nothing can be exchanged until then.`,
  distrustsNobody: 'No trusted peer is affected.',
};
