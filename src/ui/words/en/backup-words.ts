import { formats } from './formats.ts';

const { count } = formats;

/** Why a backup was made, as the store and the wire write it. */
const reasons: Readonly<Record<string, string>> = {
  timeout: 'it was silent for longer than the peer timeout',
  explicit: 'somebody asked for it',
};

export const backupWords = {
  backup: 'Backup',
  title: (peer: string) => `Backup for ${peer}`,
  about: (peer: string) => `What was known when ${peer} fell silent, kept until it has everything back.`,
  offered: (peer: string) => `${peer} is back. Hand its backup over.`,
  kept: 'Kept',
  reason: 'Why',
  reasonOf: (reason: string) => reasons[reason] ?? reason,
  holds: 'Holds',
  facts: (n: number) => count(n, { one: 'fact', other: 'facts' }),
  genomeHash: 'Genome hash then',
  list: 'Facts in it',
  handTo: 'Hand to',
  choose: 'Choose a trusted peer…',
  nobody: 'It can be handed over as soon as a peer is trusted: shake hands first.',
  itself: (peer: string) => `${peer} (its own)`,
  toAnother: (peer: string, to: string) =>
    `${to} will get what was kept for ${peer}. Do this where ${peer} came back with a new identity.`,
  form: 'Form',
  payload: 'Payload it can take in',
  raw: 'Raw gene backup',
  takeOut: 'Take out backup',
  clear: 'Clear backup',
  clearQuestion: (peer: string) => `Clear the backup of ${peer}?`,
  clearText: (facts: number) =>
    `${count(facts, { one: 'fact', other: 'facts' })} kept for it will no longer be offered. Your own facts stay. This cannot be undone.`,
  keep: 'Keep it',
};
