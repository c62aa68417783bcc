import type { Trust } from '../../../domain/trust.ts';
import { formats } from './formats.ts';

const { count } = formats;

const trust: Readonly<Record<Trust, string>> = {
  0: 'UNKNOWN',
  1: 'PENDING',
  2: 'VERIFIED',
  3: 'REJECTED',
  4: 'EXPIRED',
};

/** What a level means for the person. Never repeats the level's own word: it stands right above. */
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
