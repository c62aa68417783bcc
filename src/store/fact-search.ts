/**
 * Search and filter over all facts: a linear scan of lower-cased text, built on first use and kept (DESIGN 7: 10-13 ms for 100,000 facts).
 * Answers with places; the rows themselves are read from their pages by whoever shows a window of them.
 */
import type { StoredFact } from '../domain/fact.ts';
import type { PageIndex } from './fact-page.ts';
import type { FactPages } from './fact-pages.ts';

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
}

/** A hit in the overlay carries its fact; one in a page says where it is. */
export type Hit = StoredFact | { readonly no: number; readonly slot: number };

export class FactSearch {
  /** By the page's index object: a page that was written again has a new one. */
  readonly #columns = new WeakMap<object, readonly Column[]>();

  /** Pages whose columns have to be built first. */
  missing(pages: FactPages): readonly number[] {
    return pages.numbers.filter((no) => {
      const page = pages.page(no);
      return page !== undefined && !this.#columns.has(page);
    });
  }

  learn(pages: FactPages, no: number, facts: readonly StoredFact[]): void {
    const page = pages.page(no);
    // Where another commit has written the page since it was read, it stays missing and is read again.
    if (page && holds(page, facts)) this.#columns.set(page, facts.map(columnOf));
  }

  /** Newest change first. */
  find(pages: FactPages, filter: FactFilter): readonly Hit[] {
    const wanted = { ...filter, search: filter.search.trim().toLowerCase() };
    const hits: Hit[] = pages.changed().filter((stored) => matches(columnOf(stored), wanted));
    for (const no of pages.numbers.toReversed()) {
      const page = pages.page(no);
      const columns = (page && this.#columns.get(page)) ?? [];
      for (let slot = columns.length - 1; slot >= 0; slot--) {
        const column = columns[slot] as Column;
        if (matches(column, wanted) && !pages.isOverlaid(column.id)) hits.push({ no, slot });
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
  return { id: fact.id, text, level: fact.level, domain: fact.domain, originPeerId: origin.peerId, stale, archived };
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
