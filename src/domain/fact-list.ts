/** What of the facts is shown, and how it is looked for. */
import type { Fact } from './fact.ts';
import type { Millis } from './time.ts';

export type FactMark = 'stale' | 'archived';

export interface FactQuery {
  /** Case-insensitive part of content, domain, module, source or id. */
  readonly search: string;
  readonly level?: number;
  readonly domain?: string;
  /** A peer id, or 'self' for what was made here. */
  readonly origin?: string;
  readonly mark?: FactMark;
}

export interface FactRow {
  readonly fact: Fact;
  /** Which state of it this is: another number after every change. */
  readonly seq: number;
  readonly stale: boolean;
  readonly archived: boolean;
  /** null: made here. */
  readonly fromPeerId: string | null;
  readonly at: Millis;
  /** The id of the fact that this is another version of. */
  readonly variantOf?: string;
}
