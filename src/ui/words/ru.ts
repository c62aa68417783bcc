/** Russian, in the same files and the same shape as English. */
import { archiveWords } from './ru/archive-words.ts';
import { arrivalWords } from './ru/arrival-words.ts';
import { backupWords } from './ru/backup-words.ts';
import { careWords } from './ru/care-words.ts';
import { carryWords } from './ru/carry-words.ts';
import { chartWords } from './ru/chart-words.ts';
import { clonedWords } from './ru/cloned-words.ts';
import { compareWords } from './ru/compare-words.ts';
import { conflictWords } from './ru/conflict-words.ts';
import { documentWords } from './ru/document-words.ts';
import { exchangeWords } from './ru/exchange-words.ts';
import { factWords } from './ru/fact-words.ts';
import { forgetWords } from './ru/forget-words.ts';
import { formats } from './ru/formats.ts';
import { genomeWords } from './ru/genome-words.ts';
import { gomcpWords } from './ru/gomcp-words.ts';
import { incidentWords } from './ru/incident-words.ts';
import { journalWords } from './ru/journal-words.ts';
import { leavesWords } from './ru/leaves-words.ts';
import { mapWords } from './ru/map-words.ts';
import { nodeWords } from './ru/node-words.ts';
import { nothingWords, outcomeWords } from './ru/outcome-words.ts';
import { peerWords } from './ru/peer-words.ts';
import { previewWords } from './ru/preview-words.ts';
import { refusalWords } from './ru/refusal-words.ts';
import { sampleWords } from './ru/sample-words.ts';
import { shellWords } from './ru/shell-words.ts';
import { undoWords } from './ru/undo-words.ts';
import { workWords } from './ru/work-words.ts';
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
  sample: sampleWords,
  documents: documentWords,
  outcomes: outcomeWords,
  nothing: nothingWords,
  refusals: refusalWords,
};
