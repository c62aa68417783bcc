/**
 * Search and filters over all facts: a linear scan of lower-cased text, which is built on first use and stays in memory
 * (ARCHITECTURE "Measured"). Of the facts that match, only the rows of one window are read.
 */
import type { StoredFact } from '../domain/fact.ts';
import { type FactTally, monthOf } from '../domain/fact-tally.ts';
import type { FactPages, LoadedPages } from './fact-pages.ts';
import type { PageIndex } from './page-index.ts';

export interface FactFilter {
  /** A part of id, content, domain, module or source, in any case. Empty: everything. */
  readonly search: string;
  readonly level?: number;
  readonly domain?: string;
  /** A peer id. null: made here. */
  readonly originPeerId?: string | null;
  readonly mark?: 'stale' | 'archived';
}

/** What a scan looks at for one fact. */
interface SearchEntry {
  readonly id: string;
  readonly text: string;
  readonly level: number;
  readonly domain: string;
  readonly originPeerId: string | null;
  readonly stale: boolean;
  readonly archived: boolean;
  readonly month: number;
}

export interface Found {
  readonly total: number;
  readonly rows: readonly StoredFact[];
  /** Every domain that occurs in any fact. */
  readonly domains: readonly string[];
}

/** A hit in the overlay is the fact. A hit in a page says where the fact is. */
type Hit = StoredFact | { readonly no: number; readonly slot: number };

export class FactSearch {
  readonly #pages: FactPages;
  readonly #readPages: (numbers: Iterable<number>) => Promise<LoadedPages>;
  /** By the index object of the page. A page that was written again has a new one. */
  readonly #entries = new WeakMap<PageIndex, readonly SearchEntry[]>();

  constructor(pages: FactPages, readPages: (numbers: Iterable<number>) => Promise<LoadedPages>) {
    this.#pages = pages;
    this.#readPages = readPages;
  }

  /** How many facts match, and the rows of one window. The newest change comes first. */
  async find(filter: FactFilter, offset: number, limit: number): Promise<Found> {
    await this.#buildMissing();
    const hits = this.#scan({ ...filter, search: filter.search.trim().toLowerCase() });
    const shown = hits.slice(offset, offset + limit);
    const pages = await this.#readPages(new Set(shown.flatMap((hit) => ('no' in hit ? [hit.no] : []))));
    const rows = shown.flatMap((hit) => ('no' in hit ? (pages.get(hit.no)?.[hit.slot] ?? []) : hit));
    return { total: hits.length, rows, domains: this.#domains() };
  }

  /** Adds every fact that is not archived to `tally`. */
  async tally(tally: FactTally): Promise<void> {
    await this.#buildMissing();
    for (const fact of this.#all()) if (!fact.archived) tally.add(fact, fact.month);
  }

  *#all(): Generator<SearchEntry> {
    for (const stored of this.#pages.changed()) yield entryOf(stored);
    for (const no of this.#pages.numbers) {
      for (const fact of this.#entriesOf(no)) if (!this.#pages.isOverlaid(fact.id)) yield fact;
    }
  }

  #domains(): readonly string[] {
    const domains = new Set(this.#pages.changed().map(({ fact }) => fact.domain));
    for (const no of this.#pages.numbers) {
      for (const { domain } of this.#entriesOf(no)) domains.add(domain);
    }
    return [...domains];
  }

  #entriesOf(no: number): readonly SearchEntry[] {
    const page = this.#pages.page(no);
    return (page && this.#entries.get(page)) ?? [];
  }

  /** Builds the text of pages that have none yet. One page after the other, so that memory is not held twice. */
  async #buildMissing(): Promise<void> {
    for (const no of this.#pages.numbers) {
      const page = this.#pages.page(no);
      if (!page || this.#entries.has(page)) continue;
      const facts = (await this.#readPages([no])).get(no);
      // If another commit has written the page since, it stays missing. The list asks again after that commit.
      if (facts && isIndexOf(page, facts)) this.#entries.set(page, facts.map(entryOf));
    }
  }

  #scan(filter: FactFilter): readonly Hit[] {
    const hits: Hit[] = this.#pages.changed().filter((stored) => matches(entryOf(stored), filter));
    for (const no of this.#pages.numbers.toReversed()) {
      const facts = this.#entriesOf(no);
      for (let slot = facts.length - 1; slot >= 0; slot--) {
        const fact = facts[slot] as SearchEntry;
        if (matches(fact, filter) && !this.#pages.isOverlaid(fact.id)) hits.push({ no, slot });
      }
    }
    return hits;
  }
}

/** Whether the facts that were read are those that the index describes. */
function isIndexOf(page: PageIndex, facts: readonly StoredFact[]): boolean {
  return page.ids.length === facts.length && facts.every((stored, slot) => stored.seq === page.seqs[slot]);
}

function entryOf({ fact, origin, stale, archived }: StoredFact): SearchEntry {
  const text = `${fact.content}\n${fact.domain}\n${fact.module}\n${fact.source}\n${fact.id}`.toLowerCase();
  const { id, level, domain } = fact;
  return { id, text, level, domain, originPeerId: origin.peerId, stale, archived, month: monthOf(fact.createdAt) };
}

/** Archived facts match only if they are asked for. */
function matches(fact: SearchEntry, filter: FactFilter): boolean {
  if (fact.archived !== (filter.mark === 'archived')) return false;
  if (filter.mark === 'stale' && !fact.stale) return false;
  if (filter.level !== undefined && fact.level !== filter.level) return false;
  if (filter.domain !== undefined && fact.domain !== filter.domain) return false;
  if (filter.originPeerId !== undefined && fact.originPeerId !== filter.originPeerId) return false;
  return filter.search === '' || fact.text.includes(filter.search);
}
