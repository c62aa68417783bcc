import { formats } from './formats.ts';
import { undoWords } from './undo-words.ts';

const { count, number } = formats;

const facts = (n: number) => count(n, { one: 'fact', other: 'facts' });
const peers = (n: number) => count(n, { one: 'peer', other: 'peers' });
const drops = (n: number) => count(n, { one: 'drop', other: 'drops' });

export const forgetWords = {
  forget: 'Forget',
  question: (peer: string) => `Forget ${peer}?`,
  what: 'What to forget',
  onlyPeer: (peer: string) => `Only ${peer}`,
  both: (peer: string) => `${peer} and what it brought`,
  onlyBrought: 'Only what it brought',
  yesPeer: (peer: string) => `Forget ${peer}`,
  yesBoth: (peer: string, n: number) =>
    n > 0 ? `Forget ${peer} and ${facts(n)}` : `Forget ${peer} and what it brought`,
  yesBrought: (n: number) => (n > 0 ? `Forget ${facts(n)}` : 'Forget what it brought'),

  goes: 'Goes',
  trust: 'That it is known and trusted: it has to shake hands again first.',
  signer: 'The key it signs with: until it signs again, an unsigned document in its name would be taken, from anybody.',
  confirmed: 'That its key was confirmed in person.',
  handshakes: (n: number) => `${count(n, { one: 'handshake', other: 'handshakes' })} it has not answered`,
  exchanged: 'What it is known to have: after a new handshake everything is new for it.',
  unconfirmed: (n: number) =>
    `${drops(n)} taken out for it that nobody has confirmed: it will not show whether they arrived.`,
  leftOut: (n: number) =>
    `${count(n, { one: 'domain that does', other: 'domains that do' })} not go to it: after a new handshake they would.`,
  facts: (n: number) => `${facts(n)} it brought`,
  incidents: (n: number) =>
    `What it said of ${count(n, { one: 'incident', other: 'incidents' })}; those nobody else spoke of are gone.`,
  conflicts: (n: number) => `${count(n, { one: 'conflict', other: 'conflicts' })} it brought`,

  stays: 'Stays',
  itself: (peer: string) => `${peer} itself: its trust, its key, and what is kept for it.`,
  brought: 'All that it brought, from then on shown with its peer id.',
  kept: (n: number) => `${facts(n)} it brought that you edited or put aside`,
  shared: (n: number) => `${facts(n)} that another peer brought too`,
  comeBack: (n: number) => `${facts(n)} in the words that stood before, or those of another peer`,
  journal: 'The journal, and what you decided against its words.',
  list: 'Facts from it',
  again: undoWords.again,
  noUndo: 'This cannot be undone.',

  backup: (n: number) => `A backup of ${facts(n)} is kept for it and was never handed back.`,
  evenBackup: 'Let the backup go too',

  silentTitle: 'Silent peers',
  silent: (n: number) =>
    n === 1
      ? '1 expired peer has been silent for longer than that.'
      : `${number(n)} expired peers have been silent for longer than that.`,
  silentFor: 'Silent for more than',
  show: 'Forget silent peers',
  silentQuestion: (age: string) => `Forget who was silent for more than ${age}?`,
  silentText: 'What they brought stays. Their trust and their keys go, also where a key was confirmed in person.',
  plainOnes: 'No backup is kept for these:',
  backedUp: 'For these a backup is kept that was never handed back:',
  evenBackups: 'Forget these too, and let their backups go',
  yesSilent: (n: number) => `Forget ${peers(n)}`,
};
