/** The Node screen: the node and its settings, installing, the genome. */
import type { VERSION } from '../version.ts';
import { formats } from './formats.ts';

const { bytes, count, list } = formats;

/** Why an update has to wait, by the work that it would cut short. */
const updateLater: Readonly<Record<'job' | 'preview' | 'brought', { readonly what: string; readonly next: string }>> = {
  job: {
    what: 'Not updated: work is going on, and the update would break it off.',
    next: 'Wait for it to end, or stop it. Then update.',
  },
  preview: { what: 'Not updated: a preview is open.', next: 'Accept or discard it first, then update.' },
  brought: {
    what: 'Not updated: text or files that you brought are not dealt with yet.',
    next: 'Read them on the Exchange screen first, or choose not to. Then update.',
  },
};

/** What is new, worded as in .github/CHANGELOG.md. A version without a line does not compile. */
const news: Readonly<Record<typeof VERSION, string>> = {
  '0.1.0':
    'Archives that bring a node back, imports that can be undone, peers that can be forgotten, and all that GoMCP prints.',
};

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
  forgetHint: 'A peer is forgotten after this long without a word, trusted or not, unless a backup is kept for it.',
  forgetNever: 'Never',
  year: '1 year',
  language: 'Language',

  storage: 'Storage',
  storageUsed: (used: number, quota: number) => `${bytes(used)} used of ${bytes(quota)}`,
  storageUnknown: 'This browser does not tell how much is used.',
  persisted: 'The browser has promised to keep this data.',
  notPersisted: 'The browser may delete this data when the device runs out of space.',
  deletedByYou: 'It goes when you clear this site’s data in the browser, or forget everything here.',
  alsoDeletedByYou: 'It also goes when you clear this site’s data in the browser.',
  deletedByBrowser: (days: number) =>
    `Safari may also delete it after ${days} days on which you used Safari but did not open Synapse. It does not do so to an app on the home screen.`,
  archiveNever: 'No archive was saved.',
  archiveAge: (ago: string) => `Last archive: ${ago}.`,
  keepData: 'Keep my data',
  keepRefused:
    'The browser was asked, and did not promise it. It often does so after the app was installed or used for a while; until then, make an archive now and then.',
  /** The browser's answer to the request for persistent storage. */
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
  updateUnknown:
    'What is new in it can be told only after the update. This page is then loaded anew; other tabs stay as they are.',
  updateLater,
  news,
  version: (version: string, line: string) => `This is version ${version}. New in it: ${line}`,

  about: 'About',
  aboutText:
    'Synapse carries facts between people who live by the same rules. It has no server: what you do not carry stays here.',
};

/** Making an app of the page: by the browser's offer, or by hand on iOS. */
export const installWords = {
  app: 'As an app',
  install: 'Install',
  installText: 'Synapse can be installed: it then opens like an app, and browsers are more willing to keep its data.',
  installing: 'The browser is installing it.',
  notInstalled: 'Not installed. The browser’s own menu can still do it.',

  homeScreenFirst: 'Add it to the home screen first',
  homeScreenWhy:
    'An app on the home screen has a storage of its own, which begins empty. A node started here in the browser stays here: in the app you would have to start once more, as another node. And Safari may delete a site that was not opened for seven days.',
  homeScreenSteps: [
    'Tap the Share button of the browser.',
    'Choose “Add to Home Screen”, then “Add”.',
    'Open Synapse from the home screen, and start there.',
  ],
  openInSafari: 'If there is no “Add to Home Screen” below, open this page in Safari.',
  homeScreenElse: 'Or start here, if this browser is where the node should live.',
  homeScreenLate:
    'On the home screen the app begins empty: this node stays in the browser. Make an archive with a passphrase here first, and open it in the app.',
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
