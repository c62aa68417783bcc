/** English: the shape that every language fills. Each file of words holds one part of the app. */
import { archiveWords } from './en/archive-words.ts';
import { arrivalWords, exchangeWords, practiceWords, reminderWords } from './en/exchange-words.ts';
import { chartWords, conflictWords, factWords } from './en/fact-words.ts';
import { formats } from './en/formats.ts';
import { incidentWords } from './en/incident-words.ts';
import { journalWords } from './en/journal-words.ts';
import { genomeWords, installWords, nodeWords } from './en/node-words.ts';
import { nothingWords, outcomeWords } from './en/outcome-words.ts';
import { backupWords, contentsWords, forgetWords, gomcpWords } from './en/peer-act-words.ts';
import { clonedWords, compareWords, mapWords, peerWords } from './en/peer-words.ts';
import { previewWords } from './en/preview-words.ts';
import { refusalWords } from './en/refusal-words.ts';
import { carryWords, documentWords, shellWords, workWords } from './en/shell-words.ts';
import { undoWords } from './en/undo-words.ts';
import type { Language } from './first-words.ts';

export const en = {
  tag: 'en' as Language,
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
