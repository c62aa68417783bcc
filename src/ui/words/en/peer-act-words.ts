/** What a person does for a peer: forget it, hand a backup over, choose what goes to it, type at GoMCP. */
import type { HeldBackWhy } from '../../../domain/contents.ts';
import { formats } from './formats.ts';
import { undoWords } from './undo-words.ts';

const { count, list, number } = formats;

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
      ? '1 peer has been silent for longer than that.'
      : `${number(n)} peers have been silent for longer than that.`,
  silentFor: 'Silent for more than',
  show: 'Forget silent peers',
  silentQuestion: (age: string) => `Forget who was silent for more than ${age}?`,
  silentText: 'What they brought stays. Their trust and their keys go, also where a key was confirmed in person.',
  plainOnes: 'No backup is kept for these:',
  backedUp: 'For these a backup is kept that was never handed back:',
  evenBackups: 'Forget these too, and let their backups go',
  yesSilent: (n: number) => `Forget ${peers(n)}`,
};

/** Why a backup was made. The keys are the reasons that the store and the wire hold. */
const backupReasons: Readonly<Record<string, string>> = {
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
  reasonOf: (reason: string) => backupReasons[reason] ?? reason,
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

const heldBackReasons: Readonly<Record<HeldBackWhy, string>> = {
  level: 'module or snippet',
  stale: 'marked stale',
  archived: 'archived',
  'left-out': 'left out by you',
};

export const contentsWords = {
  byDomain: (domains: number) => `By domain (${number(domains)})`,
  byDomainText: (peer: string) => `What is not ticked does not go to ${peer}, now or later.`,
  noDomain: 'no domain',
  genes: (genes: number) => count(genes, { one: 'gene', other: 'genes' }),
  heldBack: (why: HeldBackWhy, facts: number) =>
    `${count(facts, { one: 'stays here', other: 'stay here' })}: ${heldBackReasons[why]}`,
  incidentsHeldBack: (incidents: number) =>
    `${count(incidents, { one: 'incident stays here: GoMCP has it', other: 'incidents stay here: GoMCP has them' })} already, and takes no change of an incident.`,
  without: (domains: readonly string[]) => `without ${list(domains)}`,
  more: (domains: number) => `${number(domains)} more`,
};

/** What to type at a GoMCP node. Names of its tools are not translated. */
export const gomcpWords = {
  open: 'What to type there',
  title: (peer: string) => `What to type at ${peer}`,
  about:
    'For a GoMCP node: it prints text and carries nothing. Copy a call, run it there, and bring back what it prints.',
  trust: 'Make it trust this node',
  trustText:
    'GoMCP forgets everybody when it is started anew, and gets a new peer id. Then run peer_status there, read its answer here, and go on from the card of that peer.',
  status: 'Have it say who it is',
  statusText: 'Read its answer here. As soon as it is trusted, its card shows how to exchange facts.',
  give: 'Give it what is new',
  giveText: 'GoMCP makes every fact it is given anew, so what it gets twice stands there twice.',
  giveAllText: 'Take everything only if it has nothing of yours yet, and bring its answer back here.',
  payload: 'Copy and Save file put the payload where the … is.',
  get: 'Get what it has',
  getText: 'Read what it prints here.',
  both: 'Trust and facts in one call',
  bothText: 'It does what “Make it trust this node” and “Get what it has” do. Read what it prints here.',
  newer: 'Get only what is newer',
  newerText: 'It prints what was made after the time in the call, page by page, and no incidents.',
  newerWarning:
    'A running GoMCP leaves out level 1 and all that came after its start. An export by sync_facts is whole.',
  restore: 'Get back what it kept for this node',
  restoreText: 'Where this node had fallen silent there, it prints a backup. Read it here.',
  restoreWarning: 'A running GoMCP makes no backups by itself: expect an empty answer.',
  genes: 'Get its genome',
  genome:
    'The genome of a GoMCP node is built in. Run list_genes there, read its answer here, then shake hands again. A node with other genes cannot take it in.',
  instead: {
    peer_handshake: (peer: string) =>
      `${peer} cannot read documents. Run this call there, so that it trusts this node, and read what it prints here.`,
    delta_sync: (peer: string) => `${peer} has more. Run this call there, and read the next page here.`,
    list_genes: (peer: string) => `${peer} lives by another genome. Run this call there, and read its answer here.`,
  },
  asDocument: 'As a document, for another program',
  asCall: 'If it is a GoMCP node',
  arrived: 'It arrived',
  arrivedText: (peer: string) =>
    `Bring back what ${peer} printed, or say so yourself: all that was handed over to it counts as arrived then.`,
  copyDeniedNext: 'Select the text below and copy it by hand.',
};
