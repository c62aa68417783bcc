/** The Peers screen: the list, the map, comparing keys, cloned keys. */
import type { Trust } from '../../../domain/trust.ts';
import { formats } from './formats.ts';

const { count, number } = formats;

const trust: Readonly<Record<Trust, string>> = {
  0: 'UNKNOWN',
  1: 'PENDING',
  2: 'VERIFIED',
  3: 'REJECTED',
  4: 'EXPIRED',
};

/** What a level means for the person. Does not repeat the level's name, which stands right above. */
const trustMeaning: Readonly<Record<Trust, string>> = {
  0: 'Heard of, but nobody shook hands.',
  1: 'Asked to shake hands. Its reply has to be read here before facts can be exchanged again.',
  2: 'The genomes are the same: facts can be exchanged both ways.',
  3: 'The genomes differ: no facts can be exchanged.',
  4: 'Silent for too long. It has to shake hands again before facts can be exchanged.',
};

export const peerWords = {
  trust,
  trustMeaning,
  none: 'No peers yet',
  noneText: 'A peer appears here as soon as one of you has read the other’s handshake.',
  noneLink: 'Make a handshake',
  peerId: 'Peer id',
  genome: 'Genome',
  genomeSame: 'same',
  genomeDifferent: 'different',
  genomeAbout:
    'The hash it reported in its last handshake, compared with ours. A hash can be copied: it says what a node claims to live by.',
  identity: 'Identity',
  identityUnsigned: 'unsigned',
  identitySigned: 'signed',
  identityConfirmed: 'confirmed in person',
  identityDoubted: 'words did not match',
  identityCloned: 'cloned or rewound',
  sameGenome: 'same genome',
  otherGenome: 'other genome',
  genomeSince: (time: string) => `since its handshake of ${time}`,
  identityConfirmedAbout:
    'Two people compared this key on two screens, and it was the same. That holds for this key alone.',
  identitySince: (time: string) => `since ${time}`,
  identityAbout:
    'Nothing it sent was signed, so its peer id is only what it says of itself. Trust the person who carried it.',
  identitySignedAbout:
    'What it sends is signed with the key that its peer id is made of. Nobody else can sign for it; unsigned or changed documents in its name are refused. It does not say whose key it is: ask the person.',
  identityClonedAbout:
    'What it sends is signed with the key that its peer id is made of, but two different documents bore the same number. That changes no level of trust: the genomes are what they are.',
  contact: 'Contact',
  contactFresh: 'fresh',
  contactQuiet: 'quiet',
  contactSilent: 'silent',
  contactNever: 'none yet',
  lastHeard: 'Last heard of',
  contactHeard: (ago: string) => `heard ${ago}`,
  contactSince: (time: string) => `since ${time}`,
  contactAbout:
    'Anything of its own that was read here counts as contact. When it stays silent past the peer timeout, a backup is kept for it.',
  contactDeadline: (when: string) => `Trust ends ${when} if nothing is heard.`,
  ours: 'Ours',
  theirs: 'Theirs',
  noHash: 'none',
  takenIn: (facts: number) => `${count(facts, { one: 'fact', other: 'facts' })} taken in`,
  lastSync: 'Last sync',
  lastTakenOut: 'Last taken out',
  waiting: (rows: number) => `${formats.number(rows)} new for it`,
  waitingNone: 'It has everything',

  takeOut: 'Take out',
  takeOutFor: (peer: string) => `Take out for ${peer}`,
  takeOutText: 'What is taken out can be read by anybody who gets hold of it.',
  scope: 'What to take out',
  everything: 'Everything',
  newFor: (peer: string) => `New for ${peer}`,
  holds: (facts: number, incidents: number) =>
    [
      count(facts, { one: 'fact', other: 'facts' }),
      ...(incidents > 0 ? [count(incidents, { one: 'incident', other: 'incidents' })] : []),
    ].join(', '),
  receiptAlone: (peer: string) =>
    `Nothing new goes to ${peer}. This is a receipt: it says what of ${peer} arrived here, and that this node is there.`,
  askAgain: 'Ask again',
  askAgainHint: 'Asking again pauses the exchange until the reply has been read here.',
};

/** Comparing keys in person. */
export const compareWords = {
  compare: 'Compare in person',
  title: (peer: string) => `Is this the key of ${peer}?`,
  about: (peer: string) =>
    `Open this on both devices, side by side or over a call in which you know each other’s voice. ${peer} finds it on the page of this node. The picture and the eight words have to be the same on both screens; the figures say the same as the words.`,
  words: 'Words to compare',
  picture: (words: readonly string[]) => `Picture for the words ${words.join(' ')}`,
  match: 'They match',
  differ: 'They do not match',
  doubted: (peer: string, date: string) =>
    `On ${date} the words for ${peer} did not match: somebody else may be writing in its name. Exchange nothing more, and meet in person.`,
};

/** A key that is used on two devices, or was set back to an older state. */
export const clonedWords = {
  title: 'Cloned or rewound',
  what: (peer: string, date: string, number: string) =>
    `On ${date} a document of ${peer} came in with the number ${number}, which the same key had given to another one. So this key is used on two devices, or was set back to an older state, as by restoring an archive.`,
  means:
    'Nothing was lost or refused, and what it sends can still be taken in. But nobody here can tell which of the two wrote it.',
  next: (peer: string) =>
    `Ask the person of ${peer}: whoever restored an archive should use only one of the two devices. Once that is settled, compare in person again.`,
  settle: 'It is settled',
  preview: 'This key is used on two devices, or was set back to an older state.',
  previewWhat: (number: string) =>
    `It had given number ${number}, which this document bears, to another one that is here. Accepting loses nothing; but ask the person first which device is theirs.`,
};

export const mapWords = {
  view: 'Show as',
  list: 'List',
  map: 'Map',
  around: (node: string) => `Peers around ${node}`,
  alone: (node: string) => `${node}, with no peers around it`,
  /** One sentence for each peer, for screen readers. */
  peer: (name: string, parts: readonly string[]) => `${name}: ${parts.join(', ')}`,
  heard: (ago: string) => `last contact ${ago}`,
  never: 'no contact yet',
  ends: (when: string) => `trust ends ${when}`,
  waits: (rows: number) => `${number(rows)} new for it`,

  how: 'How to read the map',
  selfTitle: 'In the middle',
  self: 'This node.',
  distanceTitle: 'Distance',
  distance: (timeout: string) =>
    `The nearer to the middle, the more recent the last contact. Each circle says how long ago; the dashed one is the peer timeout, ${timeout}.`,
  ringTitle: 'Ring',
  ring: 'The time that is left until trust ends. It empties as the timeout nears. Without a ring there is no trust that could end.',
  countTitle: 'Number',
  count: 'What is new for the peer and waits to be carried there.',
  shapeTitle: 'Shape and colour',
  directionTitle: 'Direction',
  direction:
    'Says nothing. Each peer keeps its own; where two would cover each other, one stands a little aside, further out if it must.',
  many: 'With many peers the marks become smaller: names go first, then numbers, then rings. The list has all of it.',
};
