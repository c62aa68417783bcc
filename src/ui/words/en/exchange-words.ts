import { formats } from './formats.ts';

const { count, bytes, list } = formats;

export const exchangeWords = {
  bringIn: 'Bring in',
  bringInText:
    'Paste, open or drop what somebody handed you, several files at once if you like. You see what each would do before anything is written.',
  paste: 'Paste',
  openFile: 'Open file',
  payload: 'Payload',
  payloadHint: 'Or put the text here by hand.',
  read: 'Read',
  held: (size: number) => `${bytes(size)} held, ready to read`,
  heldHint: 'The text is too long to show here. It is kept whole.',
  letGo: 'Do not read it',
  waitingFiles: 'Waiting files',
  moreWaiting: (n: number) => `${formats.number(n)} more waiting`,
  andMore: (n: number) => `and ${formats.number(n)} more`,
  documentOf: (n: number, all: number) => `document ${formats.number(n)} of ${formats.number(all)}`,
  next: 'Next',
  letFilesGo: 'Do not read them',
  pasteDenied: 'The browser did not let Synapse read the clipboard.',
  pasteDeniedNext: 'Put the cursor into Payload below and paste by hand, or open the payload as a file.',

  meet: 'Meet a node',
  meetText: 'A handshake compares genomes. Carry yours to somebody, and bring their reply back here.',
  newHandshake: 'New handshake',
  handshake: 'Handshake',
  handshakeFor: (peer: string | null) => (peer ? `Handshake for ${peer}` : 'Handshake for whoever answers'),
  handshakeText: 'Carry this to the other node and have it read there. Then bring its reply back and read it here.',

  reply: 'Reply',
  replyFor: (peer: string) => `Reply for ${peer}`,
  replyText: (peer: string) => `Carry this back to ${peer}. Until it is read there, only half of the pair knows.`,
  answerText: (peer: string, facts: number) =>
    `Carry this back to ${peer}. It holds ${count(facts, { one: 'fact', other: 'facts' })}.`,
  requestText: (peer: string) => `${peer} has more. Carry this request there, and bring the next page back here.`,
  backupOffered: (peer: string) =>
    `${peer} had fallen silent. What was known then is kept here as a backup and waits to be handed over.`,
  backupLink: 'Look at the backup',

  inFlight: 'Waiting for a reply',
  askedWhom: (peer: string | null) => peer ?? 'Whoever answers',
  again: 'Carry again',
  withdraw: 'Withdraw',

  waiting: 'Ready to be taken out',
  waitingFor: (facts: number, incidents: number, peer: string) =>
    `${list([
      ...(facts > 0 ? [count(facts, { one: 'fact', other: 'facts' })] : []),
      ...(incidents > 0 ? [count(incidents, { one: 'incident', other: 'incidents' })] : []),
    ])} new for ${peer}`,
  waitingNone: 'nothing to carry',
  untold: (drops: number, peer: string) =>
    `${peer} does not know yet that ${drops === 1 ? 'what it sent' : `${formats.number(drops)} drops it sent`} arrived here.`,
  receipt: 'Receipt',
  confirmedUpTo: (date: string) => `confirmed up to ${date}`,
  confirmedNothing: 'nothing confirmed yet',
  waitingNobody: 'Nobody is trusted yet. Facts leave this node only for peers that live by the same genome.',
  noGenes: 'This node has no genome yet, so it cannot shake hands.',
  noGenesLink: 'Open one',

  firstSteps: 'First steps',
  firstStepsText: 'Nodes that live by the same rules can trust each other, and trade facts. You carry what they say.',
  openGenome: 'Open a genome: the rules that your group lives by.',
  meetSomebody: 'Meet a node: carry a handshake there, and bring its reply back.',
  carryFacts: 'Carry facts: take yours out, or bring theirs in.',
  toGenome: 'To the genome',
  toPeers: 'To the peers',
  stepDone: 'done',
};
