/** The preview of a drop. */
import type { AcceptPlan, Share } from '../../../domain/accept-plan.ts';
import type { AuthorReading } from '../../../domain/author.ts';
import type { BucketName, ChosenCounts, PreviewAct, RowChoice } from '../../../peer-api.ts';
import { conflictWords } from './fact-words.ts';
import { formats } from './formats.ts';
import { gomcpWords } from './peer-act-words.ts';

const { count, list, number } = formats;

/** The heading of a preview, by what Accept would do. */
const titles: Readonly<Record<PreviewAct, (from: string) => string>> = {
  verify: (from) => `Trust ${from}?`,
  reject: (from) => `${from} lives by another genome`,
  'take-in': (from) => `Take in what ${from} sends?`,
  'restore-backup': () => 'Restore what was kept for this node?',
  'answer-delta': (from) => `Answer ${from}?`,
  'ask-on': (from) => `Ask ${from} for more?`,
  'answer-again': (from) => `${from} was answered before`,
  'grow-genome': () => 'Let the genome grow?',
  'confirm-arrival': (from) => `It arrived at ${from}`,
  refused: (from) => `This can not be accepted as from ${from}`,
  nothing: () => 'There is nothing to do',
};

/** What Accept would do, in one sentence. */
const explanations: Readonly<Record<PreviewAct, (from: string) => string>> = {
  verify: (from) =>
    `Both nodes live by the same genome. Accepting makes ${from} a trusted peer: its facts can be taken in here, and yours can be carried there. A genome does not prove who wrote this: ask the person who handed it to you.`,
  reject: (from) =>
    `The genome hashes differ. Accepting records ${from} as REJECTED and makes a reply that tells it so; no facts can be exchanged until both live by the same genome.`,
  'take-in': () => 'It is stored in one step, and can be undone from the journal.',
  'restore-backup': () => 'It was kept while this node was silent, and is stored in one step.',
  'answer-delta': () => 'Accepting makes an answer with these facts, for you to carry back.',
  'ask-on': () => 'All of this page is here. Accepting makes the request for the next one, for you to carry.',
  'answer-again': () => 'Accepting makes the same reply once more, for you to carry back. Nothing is changed.',
  'grow-genome': () => 'Genes are rules: once accepted, they are never changed or taken away.',
  'confirm-arrival': (from) =>
    `Accepting remembers that ${from} has it: only what is newer is offered as new for it from then on.`,
  refused: () => 'You can look at it. Nothing of it is written.',
  nothing: () => 'Everything in it is here already, or it was answered before.',
};

const buckets: Readonly<Record<BucketName, (n: number) => string>> = {
  fresh: (n) => count(n, { one: 'new fact', other: 'new facts' }),
  updates: (n) => count(n, { one: 'fact edited by its writer', other: 'facts edited by their writers' }),
  conflicts: (n) => count(n, { one: 'conflict', other: 'conflicts' }),
  refused: (n) => count(n, { other: 'refused' }),
  genes: (n) => count(n, { one: 'gene already here', other: 'genes already here' }),
  present: (n) => count(n, { one: 'fact already here', other: 'facts already here' }),
  incidentsFresh: (n) => count(n, { one: 'new incident', other: 'new incidents' }),
  incidentsUpdates: (n) =>
    count(n, { one: 'incident with news from its origin', other: 'incidents with news from their origin' }),
  incidentsViews: (n) => count(n, { one: 'view of another node', other: 'views of other nodes' }),
  incidentsRefused: (n) => count(n, { one: 'incident refused', other: 'incidents refused' }),
  incidentsPresent: (n) => count(n, { one: 'incident already here', other: 'incidents already here' }),
};

const refusedHint = 'These rows are left out. The rest is not affected.';

/** What becomes of the rows of a bucket; empty if its name says enough. */
const hints: Readonly<Record<BucketName, string>> = {
  fresh: '',
  updates:
    'Signed by the node that wrote the fact first, and nobody here has changed it: the new version takes the place of ours.',
  conflicts: 'Ours stays; theirs is kept beside it until you choose on the Facts screen.',
  refused: refusedHint,
  genes: '',
  present: '',
  incidentsFresh: '',
  incidentsUpdates: 'What its origin says now takes the place of what it said before; the history is kept.',
  incidentsViews: 'What its origin says stays; what the sender says is kept beside it.',
  incidentsRefused: refusedHint,
  incidentsPresent: '',
};

const search: Readonly<Record<BucketName, string>> = {
  fresh: 'Search new facts',
  updates: 'Search edited facts',
  conflicts: 'Search conflicts',
  refused: 'Search what is refused',
  genes: 'Search genes already here',
  present: 'Search facts already here',
  incidentsFresh: 'Search new incidents',
  incidentsUpdates: 'Search incidents with news',
  incidentsViews: 'Search views of other nodes',
  incidentsRefused: 'Search refused incidents',
  incidentsPresent: 'Search incidents already here',
};

const choices: Readonly<Record<RowChoice, string>> = {
  take: conflictWords.choices.ours,
  theirs: conflictWords.choices.theirs,
  both: conflictWords.choices.both,
  leave: 'Leave out',
};

/** What a choice does with a conflict. */
const effects: Readonly<Record<RowChoice, string>> = {
  take: hints.conflicts,
  theirs: conflictWords.effects.theirs,
  both: conflictWords.effects.both,
  leave: 'As if it had not been in the payload.',
};

const chosen: Readonly<Record<keyof ChosenCounts, (n: number) => string>> = {
  leave: (n) => `${number(n)} left out`,
  theirs: (n) => `theirs: ${number(n)}`,
  both: (n) => `both: ${number(n)}`,
};

/** What Accept takes in. The name of a bucket with its count is not repeated: the bucket shows it. */
function plan({ facts, updates, incidents, conflicts }: AcceptPlan): string {
  const shares = [
    shareOf(facts, { one: 'fact', other: 'facts' }),
    shareOf(updates, { one: 'edit', other: 'edits' }),
    shareOf(incidents, { one: 'incident', other: 'incidents' }),
  ].filter((share) => share !== '');
  const news = `Accept takes in ${shares.length > 0 ? list(shares) : 'nothing new'}.`;
  if (conflicts.total === 0) return news;
  const { total, take, theirs, both, leave } = conflicts;
  const where = (n: number) => (total === 1 ? '' : ` in ${n === total ? 'all ' : ''}${number(n)}`);
  const decisions = [
    take > 0 && `ours stays for now${where(take)}`,
    theirs > 0 && `theirs is taken${where(theirs)}`,
    both > 0 && `both are kept${where(both)}`,
    leave > 0 && (total === 1 ? 'left out' : `${leave === total ? 'all ' : ''}${number(leave)} left out`),
  ].filter((decision) => decision !== false);
  return `${news} ${total === 1 ? 'Conflict' : 'Conflicts'}: ${list(decisions)}.`;
}

function shareOf({ taken, total }: Share, forms: { one: string; other: string }): string {
  if (total === 0) return '';
  if (taken === total) return count(total, forms);
  return `${taken === 0 ? 'none' : number(taken)} of ${count(total, forms)}`;
}

/** What the signature proves, and no more. */
const authors: Readonly<Record<AuthorReading, string>> = {
  signed: 'Signed with the key of this peer id',
  unsigned: 'Unsigned: the peer id is only what the text says of itself',
  broken: 'Signature broken',
  'other-key': 'Signed with another key than that of its peer id',
};

export const previewWords = {
  authors,
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
  hasMore: (from: string) => `${from} has more: accepting also makes the request for the next page.`,
  confirms: (time: string) => `It confirms that what was carried there up to ${time} arrived.`,
  since: (time: string) => `Asked for: facts made after ${time}`,
  buckets,
  hints,
  search,
  found: (n: number) => `${number(n)} found`,
  take: (title: string) => `Take ${title}`,
  all: (n: number) => `All ${number(n)}`,
  allFound: (n: number) => `All ${number(n)} found`,
  forAll: (n: number) => `For all ${number(n)}`,
  forAllFound: (n: number) => `For all ${number(n)} found`,
  mixed: 'Different choices',
  choice: 'Choice',
  choiceFor: (title: string) => `Choice for ${title}`,
  choices,
  effects,
  chosen,
  plan,
  genesRefused: (from: string) => `The genome of ${from} is not what its hash says.`,
  foreignGenes: (names: readonly string[]) => `It sends genes that ours does not have: ${list(names)}.`,
  changedGenes: (names: readonly string[]) => `It sends other words for genes of ours: ${list(names)}.`,
  moreGenes: (n: number) => `${number(n)} more`,
  genesAdvice: 'These genes are refused. Ask the person who handed you this before you accept the rest.',
  contextLeftOut: 'GoMCP’s own context was left out.',
  noId: 'without id',
  nothingNew: 'Nothing new',
  newGenes: (n: number) => count(n, { one: 'new gene', other: 'new genes' }),
  hashOurs:
    'It does not say what its hash is. Made here from its genes, to be compared with the one that you were told:',
  distrusts: (names: readonly string[]) =>
    `${list(names)} will have to shake hands again before anything can be exchanged.`,
  distrustsNobody: 'No trusted peer is affected.',
  rejectUnsigned: (from: string) =>
    `The genome hashes differ. Accepting records ${from} as REJECTED; no facts can be exchanged until both live by the same genome. ${gomcpWords.genome}`,
  unasked: (from: string) => `No handshake of ours had asked for it, but ${from} says that it trusts this node.`,
  handedTo: (peer: string) => `about what was handed over to ${peer}`,
  handedOver: (time: string) => `Handed over: ${time}`,
  factsTaken: (taken: number, total: number) =>
    `It took in ${number(taken)} of ${count(total, { one: 'fact', other: 'facts' })}`,
  incidentsTaken: (taken: number, total: number) =>
    `It took in ${number(taken)} of ${count(total, { one: 'incident', other: 'incidents' })}`,
  fewerTaken: 'The other facts were there already, or were skipped. There is nothing to do about them.',
  fewerIncidents:
    'GoMCP stops at the first incident that it knows, and then says 0 whatever it took in. All stay new for it here.',
  arrivedBefore: (peer: string) => `It is known here already that this arrived at ${peer}.`,
  underFormerId: (n: number, from: string) =>
    `${count(n, { one: 'incident is', other: 'incidents are' })} here already under an earlier peer id of ${from}, which changes when GoMCP is started anew.`,
  nameless: () =>
    'GoMCP imported this without saying from whom, as it does with a gene backup. So it confirms nothing by itself. If you carried it there, say so on the peer’s page: press “It arrived”, or clear the backup.',
  clearsBackup: (from: string) => `${from} has everything that was kept for it: its backup will be cleared.`,
};
