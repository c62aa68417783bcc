/** English. One file for each part of the screen; together they are the shape every language fills. */
import { archiveWords } from './en/archive-words.ts';
import { arrivalWords, careWords, exchangeWords, practiceWords } from './en/exchange-words.ts';
import { chartWords, conflictWords, factWords } from './en/fact-words.ts';
import { formats } from './en/formats.ts';
import { incidentWords } from './en/incident-words.ts';
import { journalWords } from './en/journal-words.ts';
import { genomeWords, nodeWords } from './en/node-words.ts';
import { nothingWords, outcomeWords } from './en/outcome-words.ts';
import { backupWords, forgetWords, gomcpWords, leavesWords } from './en/peer-act-words.ts';
import { clonedWords, compareWords, mapWords, peerWords } from './en/peer-words.ts';
import { previewWords } from './en/preview-words.ts';
import { refusalWords } from './en/refusal-words.ts';
import { carryWords, documentWords, shellWords, workWords } from './en/shell-words.ts';
import { undoWords } from './en/undo-words.ts';
import type { Language } from './first-words.ts';

export const en = {
  tag: 'en' as Language,
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
