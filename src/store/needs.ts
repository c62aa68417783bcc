import type { Fact } from '../domain/fact.ts';
import type { FactPages, LoadedPages } from './fact-pages.ts';

/** What a decision needs beside the small stores. Asked after memory is known to be current. */
export interface Needs {
  readonly pages?: (facts: FactPages) => Iterable<number>;
  /** Backups whose facts are looked at. */
  readonly kept?: () => Iterable<string>;
}

export interface Loaded {
  readonly pages: LoadedPages;
  readonly kept: ReadonlyMap<string, readonly Fact[]>;
}
