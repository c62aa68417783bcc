/** English. One file for each part of the screen; together they are the shape every language fills. */
import { archiveWords } from './en/archive-words.ts';
import { arrivalWords } from './en/arrival-words.ts';
import { backupWords } from './en/backup-words.ts';
import { careWords } from './en/care-words.ts';
import { carryWords } from './en/carry-words.ts';
import { chartWords } from './en/chart-words.ts';
import { clonedWords } from './en/cloned-words.ts';
import { compareWords } from './en/compare-words.ts';
import { conflictWords } from './en/conflict-words.ts';
import { documentWords } from './en/document-words.ts';
import { exchangeWords } from './en/exchange-words.ts';
import { factWords } from './en/fact-words.ts';
import { forgetWords } from './en/forget-words.ts';
import { formats } from './en/formats.ts';
import { genomeWords } from './en/genome-words.ts';
import { gomcpWords } from './en/gomcp-words.ts';
import { incidentWords } from './en/incident-words.ts';
import { journalWords } from './en/journal-words.ts';
import { leavesWords } from './en/leaves-words.ts';
import { mapWords } from './en/map-words.ts';
import { nodeWords } from './en/node-words.ts';
import { nothingWords, outcomeWords } from './en/outcome-words.ts';
import { peerWords } from './en/peer-words.ts';
import { previewWords } from './en/preview-words.ts';
import { refusalWords } from './en/refusal-words.ts';
import { sampleWords } from './en/sample-words.ts';
import { shellWords } from './en/shell-words.ts';
import { undoWords } from './en/undo-words.ts';
import { workWords } from './en/work-words.ts';
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
  sample: sampleWords,
  documents: documentWords,
  outcomes: outcomeWords,
  nothing: nothingWords,
  refusals: refusalWords,
};
