/** What stands around every screen: navigation, long work, carrying out, names of documents. */
import type { DocumentKind } from '../../../domain/document.ts';
import type { Phase, Progress } from '../../../domain/steps.ts';
import { formats } from './formats.ts';

export const shellWords = {
  screens: {
    exchange: 'Exchange',
    peers: 'Peers',
    facts: 'Facts',
    incidents: 'Incidents',
    journal: 'Journal',
    node: 'Node',
  },
  navigation: 'Screens',
  skip: 'Skip to the content',
  result: 'Result',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  showMore: 'Show more',
  showEarlier: 'Show what comes before',
  shownOf: (from: string, to: string, total: string) => `${from}–${to} of ${total}`,
  never: 'never',
  working: 'Working…',
  loading: 'Loading the rows…',
  notLoaded: 'The rows could not be loaded. Nothing was lost.',
  connecting: 'Opening the memory of this node…',
  dropHere: 'Drop it here to read it',

  place: 'Place',
  /** Translates the place of a refusal. The worker writes `/facts/17/level` or `character 311`. */
  placeOf: (place: string) => place,
  nothingChanged: 'Nothing was changed.',

  welcome: 'Facts, carried by hand',
  welcomeText:
    'Synapse is a node in a network without a server. It keeps facts on this device, and you carry them to nodes you trust: by clipboard, file or message.',
  nodeName: 'Node name',
  nodeNameHint: 'The name that other nodes see: yours, your team’s or this machine’s.',
  start: 'Start',
  startHint: 'A key pair is made once and stays in this browser. Nothing is sent anywhere.',

  noStore: 'The memory of this node cannot be opened',
  tryAgain: 'Try again',
  keptText: 'The text you brought',
  keptTextHint: 'It is still here. Copy or save it before you close this page.',
};

const { bytes, number } = formats;

type Unit = Progress['unit'];

const phases: Readonly<Record<Phase, string>> = {
  reading: 'Reading',
  verifying: 'Verifying',
  'looking-up': 'Looking up what is here',
  comparing: 'Comparing with what is here',
  writing: 'Writing',
};

const doneOf: Readonly<Record<Unit, (done: number, total: number) => string>> = {
  bytes: (done, total) => `${bytes(done)} of ${bytes(total)}`,
  characters: (done, total) => `${number(done)} of ${number(total)} characters`,
  rows: (done, total) => `${number(done)} of ${number(total)} rows`,
};

const doneSoFar: Readonly<Record<Unit, (done: number) => string>> = {
  bytes: (done) => `${bytes(done)} so far`,
  characters: (done) => `${number(done)} characters so far`,
  rows: (done) => `${number(done)} rows so far`,
};

const perSecond: Readonly<Record<Unit, (rate: number) => string>> = {
  bytes: (rate) => `${bytes(rate)} a second`,
  characters: (rate) => `${number(rate)} a second`,
  rows: (rate) => `${number(rate)} a second`,
};

/** Long work: its phases, counts and rates. */
export const workWords = { working: 'Work', phases, doneOf, doneSoFar, perSecond };

export const carryWords = {
  copy: 'Copy',
  saveFile: 'Save file',
  share: 'Share',
  preparing: 'Being made ready…',
  size: (size: number) => bytes(size),
  tooLarge: 'Too large for a clipboard: save it as a file.',
  tooLargeShare: 'Too large for a clipboard: share it as a file.',
  copied: 'Copied. It is in the clipboard of this device until something else is copied.',
  saved: (name: string) => `Handed to the browser’s downloads as ${name}.`,
  shared: 'Shared.',
  copyDenied: 'The browser did not let Synapse write to the clipboard.',
  copyDeniedNext: 'Select the text below and copy it by hand, or save it as a file.',
  copyDeniedNextFile: 'Save it as a file.',
  copyDeniedNextShare: 'Share it as a file.',
  shareFailed: 'Sharing did not work on this device.',
  shareFailedNextFile: 'Save it as a file.',
  shareFailedAgain: 'Try again, or choose another app to share it with.',
  byHandNext: 'Select the text below and copy it by hand.',
  byHand: 'Text to copy by hand',
};

/** What a document is called in the middle of a sentence. */
export const documentWords: Readonly<Record<DocumentKind, string>> = {
  handshake_request: 'a handshake request',
  handshake_response: 'a reply to a handshake',
  sync_payload: 'a sync payload',
  gene_backup: 'a gene backup',
  delta_sync_request: 'a request for what is new',
  delta_sync_response: 'an answer with what is new',
  genome_file: 'a genome file',
  tool_peer_status: 'a peer status of GoMCP',
  tool_peer_handshake: 'a handshake report of GoMCP',
  tool_force_resonance_handshake: 'a resonance report of GoMCP',
  tool_sync_facts: 'an import report of GoMCP',
  tool_peer_backup: 'a list of gene backups of GoMCP',
};
