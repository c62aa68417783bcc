/** Why something was refused: one cause has one code, and each language has one sentence for each code. */
import { isObject } from './is-object.ts';

export type RefusalCode =
  // reading: the text holds no document
  | 'empty'
  | 'binary'
  | 'bad-encoding'
  | 'bad-gzip'
  | 'not-json'
  | 'cut-off'
  | 'beginning-missing'
  | 'curly-quotes'
  | 'broken-lines'
  | 'two-documents'
  | 'same-twice'
  | 'too-deep'
  | 'text-too-large'
  // reading: the document is not one that we know
  | 'unknown-kind'
  | 'newer-version'
  | 'bad-version'
  | 'missing-field'
  | 'wrong-type'
  | 'bad-number'
  | 'bad-time'
  | 'too-long'
  | 'too-many'
  | 'unknown-trust'
  | 'name-in-other-case'
  | 'name-twice'
  | 'tampered-genome'
  | 'not-only-genes'
  // reading: GoMCP printed an error
  | 'gomcp-not-trusted'
  | 'gomcp-other-genome'
  | 'gomcp-no-payload'
  | 'gomcp-bad-payload'
  | 'gomcp-bad-call'
  | 'gomcp-bad-time'
  | 'gomcp-self'
  | 'gomcp-wrong-hash'
  | 'gomcp-no-backup'
  | 'gomcp-own-genome'
  | 'gomcp-rpc-error'
  | 'gomcp-error'
  // rows of a payload
  | 'foreign-gene'
  | 'gene-changed'
  | 'level-not-carried'
  | 'empty-id'
  | 'empty-content'
  | 'duplicate-id'
  // who wrote it
  | 'signature-missing'
  | 'signature-broken'
  | 'signed-by-another'
  | 'not-signed'
  | 'fingerprint-changed'
  // trust
  | 'self-handshake'
  | 'own-payload'
  | 'peer-not-found'
  | 'not-trusted'
  | 'hash-mismatch'
  | 'no-genome'
  | 'unasked-reply'
  | 'reply-to-another'
  | 'backup-not-ours'
  | 'no-backup'
  | 'backup-uncleared'
  | 'nothing-to-take-in'
  | 'import-of-another'
  | 'import-unknown'
  // genome and facts
  | 'genome-lacks-ours'
  | 'not-a-genome'
  | 'gene-immutable'
  | 'fact-not-found'
  | 'changed-meanwhile'
  | 'level-out-of-range'
  | 'conflict-not-found'
  | 'incident-not-found'
  | 'incident-not-ours'
  | 'import-not-found'
  | 'receipt-undone'
  | 'made-before'
  // archives
  | 'not-an-archive'
  | 'archive-newer'
  | 'archive-cut'
  | 'archive-damaged'
  | 'wrong-passphrase'
  | 'archive-gone'
  | 'replaced-kept'
  // this node
  | 'empty-name'
  | 'bad-timeout'
  | 'preview-gone'
  | 'store-unavailable'
  | 'store-newer'
  | 'store-failed'
  | 'store-full'
  | 'worker-died'
  | 'unexpected';

export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  /** A JSON Pointer (RFC 6901) into the document, or `character N` of the text, counted from 1. */
  readonly place?: string;
  /** What was found there, short enough to show. */
  readonly found?: string;
  /** What would have been right: a limit, a type, or the other hash. */
  readonly wanted?: string;
  /** The other node may be GoMCP. What to do next is another thing then: its genome is built in. */
  readonly isGomcp?: boolean;
  /** The sender stated before what would have been right: it disagrees with itself. */
  readonly disagrees?: boolean;
}

export function refuse(code: RefusalCode, about: Omit<Refusal, 'kind' | 'code'> = {}): Refusal {
  return { kind: 'refused', code, ...about };
}

export function isRefusal(value: unknown): value is Refusal {
  return isObject(value) && value.kind === 'refused';
}
