import type { ConflictChoice } from '../../../peer-api.ts';
import { formats } from './formats.ts';

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
