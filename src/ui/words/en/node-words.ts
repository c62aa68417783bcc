import { formats } from './formats.ts';

const { bytes, count, list } = formats;

export const nodeWords = {
  identity: 'This node',
  nodeName: 'Name',
  peerId: 'Peer id',
  copyPeerId: 'Copy peer id',
  peerIdCopied: 'Peer id copied.',
  copyByHand: 'Select the id above and copy it by hand.',
  startedAt: 'Started',
  separate: (name: string) => `A separate node in this browser, opened with ?node=${name}`,

  settings: 'Settings',
  timeout: 'Peer timeout',
  timeoutHint: 'A peer that is silent for longer is no longer trusted, and a backup is kept for it.',
  custom: 'Custom',
  customTimeout: 'Timeout',
  unit: 'Unit',
  units: { seconds: 'seconds', minutes: 'minutes', hours: 'hours', days: 'days' },
  forget: 'Forget silent peers',
  forgetHint: 'An expired peer is forgotten after this long without a word, once its backup is cleared.',
  forgetNever: 'Never',
  year: '1 year',
  language: 'Language',

  storage: 'Storage',
  storageUsed: (used: number, quota: number) => `${bytes(used)} used of ${bytes(quota)}`,
  storageUnknown: 'This browser does not tell how much is used.',
  persisted: 'The browser has promised to keep this data.',
  notPersisted: 'The browser may delete this data when the device runs out of space.',
  keepData: 'Keep my data',
  keepRefused:
    'The browser was asked, and did not promise it. It often does so after the app was installed or used for a while; until then, make an archive now and then.',
  /** What came of asking. */
  keepAnswers: {
    kept: 'The browser has promised to keep this data.',
    refused: 'The browser did not promise to keep this data.',
    unavailable: 'This browser cannot promise to keep data. Make an archive now and then.',
  },

  offline: 'Offline',
  offlineReady: 'Ready: the app opens without a network.',
  offlineNotReady: 'The app is still being stored for use without a network.',
  offlineUnsupported: 'This browser cannot store the app here (private window, or no https). Keep this page open.',
  offlineFailed: (detail: string) => `The app could not be stored for use without a network: ${detail}`,
  updateWaiting: 'A newer version is ready.',
  updateNow: 'Update now',

  about: 'About',
  aboutText:
    'Synapse carries facts between people who live by the same rules. It has no server: what you do not carry stays here.',
};

export const genomeWords = {
  title: 'Genome',
  about: 'The rules this node lives by. Nodes trust each other when their genome hashes are the same.',
  none: 'No genes yet. Open a genome file, or add the first gene by hand.',
  open: 'Open genome file',
  count: (n: number) => count(n, { one: 'gene', other: 'genes' }),
  hash: 'Genome hash',
  hashHint: 'Compare it with another person to know that you live by the same rules.',
  add: 'Add gene',
  addTitle: 'A new gene',
  id: 'Gene id',
  content: 'Content',
  domain: 'Domain',
  forGood: 'A gene can never be changed or taken away, and it changes the genome hash.',
  distrusts: (names: readonly string[]) =>
    `${list(names)} will have to shake hands again, and only with the same gene: nothing can be exchanged until then.`,
  distrustsNobody: 'No trusted peer is affected.',
};
