/** Russian, in the same files and the same shape as English. */
import { archiveWords } from './ru/archive-words.ts';
import { arrivalWords, careWords, exchangeWords, practiceWords } from './ru/exchange-words.ts';
import { chartWords, conflictWords, factWords } from './ru/fact-words.ts';
import { formats } from './ru/formats.ts';
import { incidentWords } from './ru/incident-words.ts';
import { journalWords } from './ru/journal-words.ts';
import { genomeWords, nodeWords } from './ru/node-words.ts';
import { nothingWords, outcomeWords } from './ru/outcome-words.ts';
import { backupWords, forgetWords, gomcpWords, leavesWords } from './ru/peer-act-words.ts';
import { clonedWords, compareWords, mapWords, peerWords } from './ru/peer-words.ts';
import { previewWords } from './ru/preview-words.ts';
import { refusalWords } from './ru/refusal-words.ts';
import { carryWords, documentWords, shellWords, workWords } from './ru/shell-words.ts';
import { undoWords } from './ru/undo-words.ts';
import type { Words } from './words.ts';

export const ru: Words = {
  tag: 'ru',
  formats,
  shell: shellWords,
  exchange: exchangeWords,
  arrivals: arrivalWords,
  carry: carryWords,
  preview: previewWords,
  peers: peerWords,
  leaves: leavesWords,
  map: mapWords,
  archive: archiveWords,
  backup: backupWords,
  facts: factWords,
  forget: forgetWords,
  gomcp: gomcpWords,
  charts: chartWords,
  care: careWords,
  cloned: clonedWords,
  compare: compareWords,
  conflicts: conflictWords,
  incidents: incidentWords,
  journal: journalWords,
  undo: undoWords,
  work: workWords,
  genome: genomeWords,
  node: nodeWords,
  practice: practiceWords,
  documents: documentWords,
  outcomes: outcomeWords,
  nothing: nothingWords,
  refusals: refusalWords,
};
