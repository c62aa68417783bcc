import type { UnderWay } from '../../hooks/unsaved-work.ts';
import type { VERSION } from '../version.ts';

const updateLater: Readonly<Record<UnderWay, { readonly what: string; readonly next: string }>> = {
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

/** One line for this version. Another version without a line does not compile. */
const news: Readonly<Record<typeof VERSION, string>> = {
  '0.1.0': 'Archives that bring a node back, imports that can be undone, and peers that can be forgotten.',
};

/** What is wise to do for a node: archive it, keep it, install it, update it. */
export const careWords = {
  reminder: 'In no archive',
  toArchive: 'To the archive',
  inAWeek: 'Remind me in a week',
  keepText: 'The browser asks you once whether it may keep it.',

  mayOnlyYou: 'It goes when you clear this site’s data in the browser, or forget everything here.',
  mayDelete: 'It also goes when you clear this site’s data in the browser.',
  mayDeleteAfter: (days: number) =>
    `Safari may also delete it after ${days} days on which you used Safari but did not open Synapse. It does not do so to an app on the home screen.`,
  archiveNever: 'No archive was saved.',
  archiveAge: (ago: string) => `Last archive: ${ago}.`,

  app: 'As an app',
  install: 'Install',
  installText: 'Synapse can be installed: it then opens like an app, and browsers are more willing to keep its data.',
  installing: 'The browser is installing it.',
  notInstalled: 'Not installed. The browser’s own menu can still do it.',
  noThanks: 'No, thanks',

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

  version: (version: string, line: string) => `This is version ${version}. New in it: ${line}`,
  updated: 'Updated',
  updatedTo: (version: string) => `Synapse is now version ${version}.`,
  read: 'Got it',
  news,
  updateUnknown:
    'What is new in it can be told only after the update. This page is then loaded anew; other tabs stay as they are.',
  updateLater,
};
