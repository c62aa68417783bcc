/** Russian, in the same files and the same shape as English. */
import { archiveWords } from './ru/archive-words.ts';
import { arrivalWords, exchangeWords, practiceWords, reminderWords } from './ru/exchange-words.ts';
import { chartWords, conflictWords, factWords } from './ru/fact-words.ts';
import { formats } from './ru/formats.ts';
import { incidentWords } from './ru/incident-words.ts';
import { journalWords } from './ru/journal-words.ts';
import { genomeWords, installWords, nodeWords } from './ru/node-words.ts';
import { nothingWords, outcomeWords } from './ru/outcome-words.ts';
import { backupWords, contentsWords, forgetWords, gomcpWords } from './ru/peer-act-words.ts';
import { clonedWords, compareWords, mapWords, peerWords } from './ru/peer-words.ts';
import { previewWords } from './ru/preview-words.ts';
import { refusalWords } from './ru/refusal-words.ts';
import { carryWords, documentWords, shellWords, workWords } from './ru/shell-words.ts';
import { undoWords } from './ru/undo-words.ts';
import type { Words } from './words.ts';

export const ru: Words = {
  tag: 'ru',
  formats,

  // Everywhere
  shell: shellWords,
  carry: carryWords,
  work: workWords,
  documents: documentWords,
  outcomes: outcomeWords,
  nothing: nothingWords,
  refusals: refusalWords,

  // Exchange
  exchange: exchangeWords,
  arrivals: arrivalWords,
  reminders: reminderWords,
  practice: practiceWords,
  preview: previewWords,

  // Peers
  peers: peerWords,
  map: mapWords,
  compare: compareWords,
  cloned: clonedWords,
  contents: contentsWords,
  gomcp: gomcpWords,
  backup: backupWords,
  forget: forgetWords,

  // Facts
  facts: factWords,
  conflicts: conflictWords,
  charts: chartWords,

  // Incidents
  incidents: incidentWords,

  // Journal
  journal: journalWords,
  undo: undoWords,

  // Node
  node: nodeWords,
  genome: genomeWords,
  install: installWords,
  archive: archiveWords,
};
