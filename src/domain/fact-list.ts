/** What a list of facts asks for, and the rows that it shows. */
import type { Fact } from './fact.ts';
import type { Millis } from './time.ts';

export type FactMark = 'stale' | 'archived';

export interface FactQuery {
  /** Case-insensitive part of content, domain, module, source or id. */
  readonly search: string;
  readonly level?: number;
  readonly domain?: string;
  /** A peer id, or 'self': made here. */
  readonly origin?: string;
  readonly mark?: FactMark;
}

export interface FactRow {
  readonly fact: Fact;
  /** Another number after every change of the fact. */
  readonly seq: number;
  readonly stale: boolean;
  readonly archived: boolean;
  /** null: made here. */
  readonly fromPeerId: string | null;
  readonly at: Millis;
  /** The id of the fact that this one is a variant of. */
  readonly variantOf?: string;
}
