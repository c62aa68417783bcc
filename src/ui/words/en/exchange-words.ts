/** The Exchange screen: bringing in, handshakes, what was shared, reminders, practice nodes. */
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
  triedBefore: (name: string) =>
    `Reading ${name} did not end the last time. It is read again only if you press “Next”.`,
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

/** What another app shared with Synapse, or the system opened with it. */
export const arrivalWords = {
  takeIn: 'Take in what was shared',
  sharedText: 'shared text',
  notKept: 'What was shared could not be kept here. Nothing was changed.',
  notKeptNext: 'Make room on the device and share it again, or save it as a file and open it here.',
  empty: 'There was neither a text nor a file in what was shared. Nothing was changed.',
  emptyNext: 'Share the message or the file itself, or copy its text and paste it here.',
  gone: (name: string) => `${name} could not be opened: it is no longer there, or Synapse may not read it.`,
  goneNext: 'Nothing was changed. Look for the file, and open it with Open file.',
};

/** Lines on the Exchange screen that say what is wise to do, or what is new. Each can be put off. */
export const reminderWords = {
  inNoArchive: 'In no archive',
  toArchive: 'To the archive',
  inAWeek: 'Remind me in a week',
  keepText: 'The browser asks you once whether it may keep it.',
  noThanks: 'No, thanks',
  updated: 'Updated',
  updatedTo: (version: string) => `Synapse is now version ${version}.`,
  gotIt: 'Got it',
};

/** Trying the exchange with two practice nodes. */
export const practiceWords = {
  offer: 'Try it with a sample',
  offerTitle: 'New here?',
  offerText:
    'Two practice nodes in this browser show the whole loop in a few minutes: they meet, and a fact is carried from one to the other. Your own node is not touched, and they can be removed without a trace.',

  startTitle: (name: string) => `${name}, a practice node`,
  startTextFirst:
    'A node keeps facts and lives by a few rules, its genome. This one comes with five rules and three facts, and is only for trying.',
  startTextSecond: 'It lives by the same five rules as Sample A, and has no facts yet: they will come from there.',
  loop: [
    'Sample A makes a handshake, and you carry it to Sample B.',
    'Sample B looks at it, accepts, and you carry its reply back: now they trust each other.',
    'Sample A takes out its facts, and you carry them over. That is all there is to it.',
  ] as readonly string[],
  start: (name: string) => `Start ${name}`,
  begun: (name: string) => `${name} has begun.`,
  domain: 'practice',
  facts: [
    'A fact is one thing worth knowing\nIts first line is its title. This one was made on Sample A, and whoever takes it in knows that.',
    'Levels 0 and 1 travel, 2 and 3 stay\nWhat is only of use on one device is kept at level 2 or 3: it is never taken out.',
    'Nothing is accepted by accident\nWhatever comes in is shown first: what is new, what is here already, and what disagrees.',
  ] as readonly string[],

  banner: (name: string) => `Practice: ${name}, only for trying`,
  bannerText: 'This node is only for trying. Your own node is another one, and nothing here touches it.',
  now: 'Now:',
  steps: {
    ask: 'press “New handshake” on the Exchange screen, then “Copy”.',
    'carry-request':
      'copy the handshake, open Sample B and press “Paste” there. Bring its reply back here and press “Paste”.',
    'take-out':
      'the two trust each other. Press “Take out” on the Peers screen, then “Copy”, and paste it in Sample B.',
    'carry-facts':
      'paste what you copied in Sample B. What was taken out is offered until Sample B has confirmed that it arrived.',
    answer: 'copy a handshake in Sample A, then press “Paste” here and look at what it would do.',
    'carry-reply': 'copy the reply and paste it in Sample A. Then take out the facts there, and press “Paste” here.',
    whole: 'look at the Facts screen: Sample A’s facts are here. That was the whole loop; your own node does the same.',
  },
  open: (name: string) => `Open ${name}`,
  remove: 'Remove the practice nodes',
  removeQuestion: 'Remove both practice nodes?',
  removeText: 'Everything they hold is deleted from this browser. Other tabs with them go back to your own node.',
  removeYes: 'Remove',
  keep: 'Keep them',
  tabOpen: 'Another tab still holds a practice node, and did not answer.',
  tabOpenNext: 'Nothing was removed. Close the other practice tabs, then try again.',
};
