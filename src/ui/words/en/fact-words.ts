/** The Facts screen: facts, conflicts, charts. */
import type { ConflictChoice } from '../../../peer-api.ts';
import { formats } from './formats.ts';

const levels: readonly string[] = ['L0 project', 'L1 domain', 'L2 module', 'L3 snippet'];

export const factWords = {
  levels,
  levelOf: (level: number) => levels[level] ?? `L${level}`,
  add: 'Add fact',
  addTitle: 'A new fact',
  editTitle: 'Change this fact',
  content: 'Content',
  contentHint: 'The first line is its title.',
  domain: 'Domain',
  module: 'Module',
  level: 'Level',
  levelHint: 'Only levels 0 and 1 travel to peers; 2 and 3 stay on this device.',
  search: 'Search facts',
  found: 'Facts found',
  foundAfter: 'found',
  show: 'Show',
  showAll: 'All facts',
  domains: 'From the domain',
  anyDomain: 'Any domain',
  marks: 'Marks',
  notArchived: 'Not archived',
  from: 'From',
  anywhere: 'Anywhere',
  fromHere: 'Made here',
  source: 'Source',
  createdAt: 'Created',
  origin: 'Taken in from',
  variantOf: 'Another version of',
  id: 'Id',
  gene: 'gene',
  geneAbout: 'Why it cannot be changed',
  geneWhy:
    'A gene is a rule of the genome. Changing it would change the genome hash, and with it every trusted pair: so genes are only ever added.',
  stale: 'stale',
  archived: 'archived',
  edit: 'Edit',
  markStale: 'Mark stale',
  unmarkStale: 'Unmark stale',
  archive: 'Archive',
  unarchive: 'Unarchive',
  archivedNow: 'Archived. It is shown again with the filter “archived”.',
  remove: 'Delete',
  removeQuestion: 'Delete this fact?',
  removeText: 'It is taken from this device. Peers that have it keep it, and may bring it back.',
  keep: 'Keep it',
  more: 'Whole text',
  details: 'Details',
  none: 'No facts yet',
  noneText:
    'A fact is one thing worth knowing; its first line is its title. Bring some in, or add the first one yourself.',
  noneFound: 'Nothing found',
  noneFoundText: 'No fact has these words and marks.',
};

const { count } = formats;

const choices: Readonly<Record<ConflictChoice, string>> = {
  ours: 'Keep ours',
  theirs: 'Take theirs',
  both: 'Keep both',
};

/** What each choice does, in one line. */
const effects: Readonly<Record<ConflictChoice, string>> = {
  ours: 'Ours stays; theirs is put away.',
  theirs: 'Theirs takes the place of ours.',
  both: 'Ours stays; theirs becomes a fact of its own.',
};

const effectsWhereGone: Readonly<Record<ConflictChoice, string>> = {
  ours: 'Nothing comes back; theirs is put away.',
  theirs: 'Theirs becomes the fact again.',
  both: effects.both,
};

export const conflictWords = {
  title: 'Conflicts',
  waiting: (n: number) => count(n, { one: 'conflict waits for you.', other: 'conflicts wait for you.' }),
  about: 'The same fact in other words. Words that differ are underlined; the choice is yours.',
  badge: (n: number) => count(n, { one: 'conflict to decide', other: 'conflicts to decide' }),
  fold: 'Hide',
  unfold: 'Show',
  ours: 'Ours',
  theirs: 'Theirs',
  oursGone: 'Ours is no longer here.',
  writtenBy: (source: string) => (source === 'manual' ? 'written by hand' : `written by ${source}`),
  byWritersClock: (time: string) => `${time} by the writer’s clock`,
  from: (name: string) => `came from ${name}`,
  madeHere: 'made or changed here',
  fromBackup: 'came back with a backup of this node',
  thisNode: 'this node',
  none: 'none',
  onlyOurs: 'only in ours:',
  onlyTheirs: 'only in theirs:',
  onlySpace: 'They differ only in spaces and line breaks.',
  tooLongToMark: 'Too long to mark the words that differ.',
  choices,
  effects,
  effectsWhereGone,
};

/** Charts, and pictures of hashes. */
export const chartWords = {
  glance: 'At a glance',
  byLevel: 'Facts by level',
  byDomain: 'Facts by domain',
  byMonth: 'Facts over time, by when they were written',
  noDomain: 'no domain',
  otherDomains: (n: number) => `in ${count(n, { one: 'other domain', other: 'other domains' })}`,
  undated: (n: number) => `${count(n, { one: 'fact does', other: 'facts do' })} not say when.`,
  about: (n: string) => `Counted: ${n}. Archived facts are left out.`,
  most: (n: string) => `most: ${n}`,
  until: (time: string) => `until ${time}`,
  exchanges: 'Exchanges over time',
  broughtIn: 'Drops brought in',
  takenOut: 'Drops taken out',
  noExchanges: 'Nothing has been carried from or to this peer yet.',

  asText: 'The picture in letters',
  asTextHint: 'Both people read these groups aloud, or hold the two pictures side by side: they have to be the same.',
  genomePicture: (groups: string) => `Picture of the genome hash ${groups}`,
  idPicture: (groups: string) => `Picture of the peer id ${groups}`,
};
