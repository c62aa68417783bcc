import type { PreviewAct } from '../../../peer-api.ts';
import { formats } from './formats.ts';

const { count, list } = formats;

/** What the heading of a preview says, by what Accept would do. */
const titles: Readonly<Record<PreviewAct, (from: string) => string>> = {
  verify: (from) => `Trust ${from}?`,
  reject: (from) => `${from} lives by another genome`,
  'take-in': (from) => `Take in what ${from} sends?`,
  'restore-backup': () => 'Restore what was kept for this node?',
  'answer-delta': (from) => `Answer ${from}?`,
  'answer-again': (from) => `${from} was answered before`,
  'grow-genome': () => 'Let the genome grow?',
  nothing: () => 'There is nothing to do',
};

/** What Accept would do, in one sentence. */
const explanations: Readonly<Record<PreviewAct, (from: string) => string>> = {
  verify: (from) =>
    `Both nodes live by the same genome. Accepting makes ${from} a trusted peer: its facts can be taken in here, and yours can be carried there. It does not prove who wrote this: ask the person who handed it to you.`,
  reject: (from) =>
    `The genome hashes differ. Accepting records ${from} as REJECTED and makes a reply that tells it so; no facts can be exchanged until both live by the same genome.`,
  'take-in': () => 'Accepting stores what is new in one step. What is here already stays as it is.',
  'restore-backup': () => 'They were kept while this node was silent. Accepting takes in those that are missing here.',
  'answer-delta': () => 'Accepting makes an answer with these facts, for you to carry back.',
  'answer-again': () => 'Accepting makes the same reply once more, for you to carry back. Nothing is changed.',
  'grow-genome': () => 'Genes are rules: once accepted, they are never changed or taken away.',
  nothing: () => 'Everything in it is here already, or it was answered before.',
};

export const previewWords = {
  preview: 'Preview',
  titles,
  explanations,
  accept: 'Accept',
  discard: 'Discard',
  kind: (document: string) => `This is ${document}`,
  from: (name: string) => `from ${name}`,
  keptFor: (name: string) => `kept for ${name}`,
  stranger: 'stranger',
  somebody: 'somebody',
  peerId: 'Peer id',
  genomeSame: 'Genome: same',
  genomeDifferent: 'Genome: different',
  ours: 'Ours',
  theirs: 'Theirs',
  noHash: 'none',
  madeAt: (time: string) => `made at ${time} by their clock`,
  olderThan: (time: string) => `Older than what is here from it already, which was made at ${time} by the same clock`,
  takenInBefore: (time: string) => `Taken in before: ${time}`,
  since: (time: string) => `Asked for: facts made after ${time}`,
  fresh: (n: number) => count(n, { one: 'new fact', other: 'new facts' }),
  present: (n: number) => count(n, { one: 'fact already here', other: 'facts already here' }),
  genes: (n: number) => count(n, { one: 'gene already here', other: 'genes already here' }),
  conflicts: (n: number) => count(n, { one: 'conflict', other: 'conflicts' }),
  conflictsHint: 'Ours stays; theirs is kept beside it until you choose on the Facts screen.',
  refused: (n: number) => `${count(n, { other: 'refused' })}`,
  refusedHint: 'These rows are left out. The rest is not affected.',
  genesRefused: (from: string) => `The genome of ${from} is not what its hash says.`,
  foreignGenes: (names: readonly string[]) => `It sends genes that ours does not have: ${list(names)}.`,
  changedGenes: (names: readonly string[]) => `It sends other words for genes of ours: ${list(names)}.`,
  moreGenes: (n: number) => `${formats.number(n)} more`,
  genesAdvice: 'These genes are refused. Ask the person who handed you this before you accept the rest.',
  noId: 'without id',
  nothingNew: 'Nothing new',
  incidents: {
    fresh: (n: number) => count(n, { one: 'new incident', other: 'new incidents' }),
    present: (n: number) => count(n, { one: 'incident already here', other: 'incidents already here' }),
    updates: (n: number) =>
      count(n, { one: 'incident with news from its origin', other: 'incidents with news from their origin' }),
    views: (n: number) => count(n, { one: 'view of another node', other: 'views of other nodes' }),
    refused: (n: number) => count(n, { one: 'incident refused', other: 'incidents refused' }),
  },
  newGenes: (n: number) => count(n, { one: 'new gene', other: 'new genes' }),
  distrusts: (names: readonly string[]) =>
    `${list(names)} will have to shake hands again before anything can be exchanged.`,
  distrustsNobody: 'No trusted peer is affected.',
  clearsBackup: (from: string) => `${from} has everything that was kept for it: its backup will be cleared.`,
};
