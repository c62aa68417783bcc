/** Archives: making one, restoring one, and forgetting everything on this device. */
import type { ArchiveHolds, ArchiveLacks } from '../../../peer-api.ts';
import { formats } from './formats.ts';

const { count, list, bytes } = formats;

const facts = (n: number) => count(n, { one: 'fact', other: 'facts' });
const incidents = (n: number) => count(n, { one: 'incident', other: 'incidents' });
const peers = (n: number) => count(n, { one: 'peer', other: 'peers' });
const pairings = (n: number) => count(n, { one: 'pairing', other: 'pairings' });
const some = (parts: readonly (readonly [number, (n: number) => string])[]) =>
  list(parts.filter(([n]) => n > 0).map(([n, words]) => words(n)));

export const archiveWords = {
  title: 'Archive',
  about:
    'One file with everything this node remembers. If this device is lost or the browser clears its data, it brings the node back.',
  never: 'There is no archive yet.',
  last: (ago: string) => `The last archive was saved ${ago}.`,
  since: (f: number, p: number) =>
    `${some([
      [f, facts],
      [p, pairings],
    ])} ${f + p === 1 ? 'is' : 'are'} in no archive.`,
  all: 'Nothing came in since.',
  make: 'Make an archive',
  how: 'Who can open it',
  sealed: 'With a passphrase',
  open: 'Without',
  sealedText:
    'It holds the key of this node. Whoever restores it is this node again. Without the passphrase nobody can open it, you included.',
  openText:
    'Everybody who gets hold of the file can read all of it. It holds no key: whoever restores it is a new node that knows everything and can not sign as this one, and every peer has to shake hands again.',
  passphrase: 'Passphrase',
  again: 'Passphrase once more',
  different: 'The two are not the same.',
  suggest: 'Suggest one',
  suggested: (words: string) => `Write this down, and keep it apart from the file: ${words}`,
  strength: {
    short: 'Too short: a computer guesses this. Take at least 12 characters, or the suggested words.',
    unknown:
      'Long enough, if it is nothing that anybody could know or that is written anywhere. Nobody can judge that for you.',
    suggested: 'Six random words: nobody guesses these.',
  },
  makeNow: 'Make the file',
  made: (size: number) => `${bytes(size)}, ready to be saved.`,
  savedTo: (name: string) =>
    `Handed to the browser’s downloads as ${name}. Keep it somewhere else than on this device.`,

  openFile: 'Open archive',
  have: 'I have an archive',
  haveText: 'It brings a node back that you had before, here or on another device.',
  restore: 'Restore',
  unlock: 'Open',
  sealedFile: 'This archive is behind a passphrase.',
  whose: (name: string) => `The archive of ${name}`,
  madeAt: (time: string) => `made at ${time}, by the clock of that device`,
  holds: ({ facts: f, genes, incidents: i, peers: p, conflicts, backups, journal }: ArchiveHolds) =>
    `It holds ${some([
      [genes, (n) => count(n, { one: 'gene', other: 'genes' })],
      [f, facts],
      [i, incidents],
      [p, peers],
      [conflicts, (n) => count(n, { one: 'open conflict', other: 'open conflicts' })],
      [backups, (n) => count(n, { one: 'backup', other: 'backups' })],
      [journal, (n) => count(n, { one: 'journal line', other: 'journal lines' })],
    ])}.`,
  lacks: ({ facts: f, incidents: i, peers: p }: ArchiveLacks) =>
    `Here, and not in it: ${some([
      [f, facts],
      [i, incidents],
      [p, peers],
    ])}.`,
  lacksNothing: 'Everything that is here is in it.',
  replaces: 'Restoring replaces everything that is here, in one step. What is here now is kept until you let it go.',
  withKey:
    'It holds the key: this device will be that node. From then on use only one of the two devices. If both go on, their peers see two documents with one number and say “cloned or rewound”.',
  withoutKey:
    'It holds no key: this device will be a new node that knows everything, and every peer has to shake hands with it again.',
  kept: (name: string, time: string, size: number) =>
    `What was here before the restore of ${time} is kept: ${name}, ${bytes(size)}.`,
  saveKept: 'Save it',
  goBack: 'Go back to it',
  goBackQuestion: (name: string) => `Go back to ${name}?`,
  goBackText: 'What is here now is replaced, and not kept. Make an archive of it first if you may want it again.',
  letGo: 'Delete it',
  letGoQuestion: (name: string) => `Delete ${name} for good?`,
  letGoText: 'It is taken off this device, its key with it.',

  forget: 'Forget everything',
  forgetTitle: 'Leave this device',
  forgetAbout: 'Takes everything of this node off this device, its key included.',
  forgetQuestion: 'Forget everything on this device?',
  forgetText: (at: string | null) =>
    at === null
      ? 'There is no archive. What is here can not be brought back by anybody.'
      : `What came in after the archive of ${at} can not be brought back by anybody.`,
  keep: 'Keep everything',
};
