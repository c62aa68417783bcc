/** What GoMCP prints where a tool could not do what it was asked: plain text, or one line of JSON that only says what is missing. */
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { JsonObject } from './fields.ts';

/** At its very beginning, behind a fence, marks of quotation or quotation marks: an error further down is part of a chat. */
const ERROR = /^[\s>]*(?:(?:```|~~~)\w*[\s>]*)?(["'“„«]?)`?Error: (\S.*)$/s;
const TAIL = /[\s>`~]+$/;
const QUOTED_TAIL = /[\s>"'”“»]+$/;
const OTHER_GENOME = /^genome hash mismatch: (.*)$/;
const NO_BACKUP = /^no backup found for (.*)$/;
/** Characters of an error that are shown, and of a text that are looked at: an error is short. */
const MOST_SHOWN = 200;
const MOST_READ = 2000;

/** null where the text is no error of GoMCP's. */
export function toolError(text: string): Refusal | null {
  const [, quote = '', rest] = ERROR.exec(text.trimStart().slice(0, MOST_READ)) ?? [];
  if (rest === undefined) return null;
  const said = rest.replace(quote === '' ? TAIL : QUOTED_TAIL, '');
  if (said.startsWith('peer ID is not trusted')) return refuse('gomcp-not-trusted');
  const hashes = OTHER_GENOME.exec(said)?.[1];
  if (hashes !== undefined) return refuse('gomcp-other-genome', { found: hashes.slice(0, MOST_SHOWN) });
  return refuse('gomcp-error', { found: said.slice(0, MOST_SHOWN).toWellFormed() });
}

/** The same where no document was found: what says what is wrong with a document says more. */
export function errorInstead(refusal: Refusal, text: string): Refusal {
  const isNoDocument = refusal.code === 'not-json' && refusal.place === 'character 1';
  return (isNoDocument ? toolError(text) : null) ?? refusal;
}

/** peer_backup of somebody for whom nothing is kept; null where the document is another one. */
export function noBackup({ status }: JsonObject): Refusal | null {
  const owner = typeof status === 'string' ? NO_BACKUP.exec(status)?.[1] : undefined;
  return owner === undefined ? null : refuse('gomcp-no-backup', { found: owner.slice(0, MOST_SHOWN) });
}
