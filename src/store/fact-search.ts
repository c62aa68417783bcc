/**
 * Search and filter over all facts: a linear scan of lower-cased text, built on first use and kept (DESIGN 7: 10-13 ms for 100,000 facts).
 * Of what matches only the rows of one window are read.
 */
import type { StoredFact } from '../domain/fact.ts';
import { type FactTally, monthOf } from '../domain/fact-tally.ts';
import type { FactPages, LoadedPages } from './fact-pages.ts';
import type { PageIndex } from './page-index.ts';

export interface FactFilter {
  /** Case-insensitive part of id, content, domain, module or source; empty: everything. */
  readonly search: string;
  readonly level?: number;
  readonly domain?: string;
  /** A peer id; null: made here. */
  readonly originPeerId?: string | null;
  readonly mark?: 'stale' | 'archived';
}

/** What is looked at for one fact. */
interface Column {
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
  /** Every domain that occurs, whatever was asked for. */
  readonly domains: readonly string[];
}

/** A hit in the overlay carries its fact; one in a page says where it is. */
type Hit = StoredFact | { readonly no: number; readonly slot: number };

export class FactSearch {
  readonly #pages: FactPages;
  readonly #readPages: (numbers: Iterable<number>) => Promise<LoadedPages>;
  /** By the page's index object: a page that was written again has a new one. */
  readonly #columns = new WeakMap<PageIndex, readonly Column[]>();

  constructor(pages: FactPages, readPages: (numbers: Iterable<number>) => Promise<LoadedPages>) {
    this.#pages = pages;
    this.#readPages = readPages;
  }

  /** Newest change first: how many match, and the rows of one window. */
  async find(filter: FactFilter, offset: number, limit: number): Promise<Found> {
    await this.#learnMissing();
    const hits = this.#scan({ ...filter, search: filter.search.trim().toLowerCase() });
    const shown = hits.slice(offset, offset + limit);
    const pages = await this.#readPages(new Set(shown.flatMap((hit) => ('no' in hit ? [hit.no] : []))));
    const rows = shown.flatMap((hit) => ('no' in hit ? (pages.get(hit.no)?.[hit.slot] ?? []) : hit));
    return { total: hits.length, rows, domains: this.#domains() };
  }

  /** Adds everything that is not archived. */
  async tally(tally: FactTally): Promise<void> {
    await this.#learnMissing();
    for (const column of this.#columnsHere()) if (!column.archived) tally.add(column, column.month);
  }

  *#columnsHere(): Generator<Column> {
    for (const stored of this.#pages.changed()) yield columnOf(stored);
    for (const no of this.#pages.numbers) {
      const page = this.#pages.page(no);
      for (const column of (page && this.#columns.get(page)) ?? [])
        if (!this.#pages.isOverlaid(column.id)) yield column;
    }
  }

  #domains(): readonly string[] {
    const domains = new Set(this.#pages.changed().map(({ fact }) => fact.domain));
    for (const no of this.#pages.numbers) {
      const page = this.#pages.page(no);
      for (const { domain } of (page && this.#columns.get(page)) ?? []) domains.add(domain);
    }
    return [...domains];
  }

  /** One page after the other, so that the first search of a large memory does not hold two copies of it. */
  async #learnMissing(): Promise<void> {
    for (const no of this.#pages.numbers) {
      const page = this.#pages.page(no);
      if (!page || this.#columns.has(page)) continue;
      const facts = (await this.#readPages([no])).get(no);
      // Where another commit has written the page since, it stays missing, and that commit asks for the search again.
      if (facts && holds(page, facts)) this.#columns.set(page, facts.map(columnOf));
    }
  }

  #scan(filter: FactFilter): readonly Hit[] {
    const hits: Hit[] = this.#pages.changed().filter((stored) => matches(columnOf(stored), filter));
    for (const no of this.#pages.numbers.toReversed()) {
      const page = this.#pages.page(no);
      const columns = (page && this.#columns.get(page)) ?? [];
      for (let slot = columns.length - 1; slot >= 0; slot--) {
        const column = columns[slot] as Column;
        if (matches(column, filter) && !this.#pages.isOverlaid(column.id)) hits.push({ no, slot });
      }
    }
    return hits;
  }
}

function holds(page: PageIndex, facts: readonly StoredFact[]): boolean {
  return page.ids.length === facts.length && facts.every((stored, slot) => stored.seq === page.seqs[slot]);
}

function columnOf({ fact, origin, stale, archived }: StoredFact): Column {
  const text = `${fact.content}\n${fact.domain}\n${fact.module}\n${fact.source}\n${fact.id}`.toLowerCase();
  const { id, level, domain } = fact;
  return { id, text, level, domain, originPeerId: origin.peerId, stale, archived, month: monthOf(fact.createdAt) };
}

/** Archived facts are put away: they are found only where they are asked for. */
function matches(column: Column, filter: FactFilter): boolean {
  if (column.archived !== (filter.mark === 'archived')) return false;
  if (filter.mark === 'stale' && !column.stale) return false;
  if (filter.level !== undefined && column.level !== filter.level) return false;
  if (filter.domain !== undefined && column.domain !== filter.domain) return false;
  if (filter.originPeerId !== undefined && column.originPeerId !== filter.originPeerId) return false;
  return filter.search === '' || column.text.includes(filter.search);
}
