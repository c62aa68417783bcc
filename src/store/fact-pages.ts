/**
 * Facts live in pages: records of about 2,000 facts in sequence order, so that a drop costs only what it brings
 * (ARCHITECTURE "Pages"). A single change goes to the overlay, one record each. The next append folds the overlay into
 * the pages: changed facts move to the end, with their new sequence numbers. In memory there is only where each fact
 * is, from the page indexes.
 */
import { authorOf, isCarried, type StoredFact } from '../domain/fact.ts';
import type { Tell } from '../domain/steps.ts';
import { CachedStore } from './cached-store.ts';
import type { Read, Write, Writing } from './database.ts';
import { type PageIndex, packPageIndex, unpackPageIndex } from './page-index.ts';

/** Facts in one page (ARCHITECTURE "Measured"). */
export const PAGE_SIZE = 2000;
/** A place is `no * STRIDE + slot`. One number takes less memory than an object for each of 100,000 facts. */
const STRIDE = 4096;

/** The facts of pages that were read, by page number. */
export type LoadedPages = ReadonlyMap<number, readonly StoredFact[]>;

export class FactPages {
  readonly #pages = new Map<number, PageIndex>();
  readonly #places = new Map<string, number>();
  readonly #overlay = new CachedStore('overlay');
  /** Pages that the next flush writes. null: it deletes the page. */
  readonly #rewritten = new Map<number, readonly StoredFact[] | null>();
  readonly #pageSize: number;
  #count = 0;

  constructor(pageSize = PAGE_SIZE) {
    this.#pageSize = pageSize;
  }

  async load(tx: Read): Promise<void> {
    const [indexes] = await Promise.all([tx.objectStore('twins').getAll(), this.#overlay.load(tx)]);
    this.#pages.clear();
    this.#places.clear();
    this.#rewritten.clear();
    for (const index of indexes) this.#index(unpackPageIndex(index));
    this.#count = this.#places.size;
    for (const { id, stored } of this.#overlay.all()) this.#count += (stored ? 1 : 0) - (this.#places.has(id) ? 1 : 0);
  }

  /** How many facts are here, without deleted ones. */
  get count(): number {
    return this.#count;
  }

  /** Page numbers in sequence order. */
  get numbers(): readonly number[] {
    return [...this.#pages.keys()].sort((a, b) => a - b);
  }

  page(no: number): PageIndex | undefined {
    return this.#pages.get(no);
  }

  /** Facts that changed since their page was written. The newest change comes first. */
  changed(): readonly StoredFact[] {
    return this.#overlay
      .all()
      .flatMap((record) => record.stored ?? [])
      .sort((a, b) => b.seq - a.seq);
  }

  /** Every fact of these pages as it is now, and every fact of the overlay, in sequence order. */
  inOrder(pages: LoadedPages): readonly StoredFact[] {
    const paged = [...pages]
      .sort(([a], [b]) => a - b)
      .flatMap(([, page]) => page.filter((stored) => !this.isOverlaid(stored.fact.id)));
    return [...paged, ...this.changed().toReversed()];
  }

  /** Whether the overlay has this id. Then the page is outdated for it. */
  isOverlaid(id: string): boolean {
    return this.#overlay.get(id) !== undefined;
  }

  has(id: string): boolean {
    const record = this.#overlay.get(id);
    return record ? record.stored !== null : this.#places.has(id);
  }

  /** The id of every fact that is here. */
  *ids(): Generator<string> {
    for (const id of this.#places.keys()) if (!this.isOverlaid(id)) yield id;
    for (const { id, stored } of this.#overlay.all()) if (stored) yield id;
  }

  /** How many facts have a sequence number above `seq`. */
  countPast(seq: number): number {
    if (seq === 0) return this.count;
    let past = 0;
    for (const { ids, seqs } of this.#pages.values()) {
      if ((seqs.at(-1) ?? 0) <= seq) continue;
      past += ids.filter((id, slot) => (seqs[slot] as number) > seq && !this.isOverlaid(id)).length;
    }
    return past + this.changed().filter((stored) => stored.seq > seq).length;
  }

  /** The pages to load before these ids can be looked up. */
  pagesOf(ids: Iterable<string>): ReadonlySet<number> {
    return this.pagesHolding([...ids].filter((id) => !this.isOverlaid(id)));
  }

  /** Every page that holds one of these ids, outdated or not. */
  pagesHolding(ids: Iterable<string>): ReadonlySet<number> {
    const pages = new Set<number>();
    for (const id of ids) {
      const place = this.#places.get(id);
      if (place !== undefined) pages.add(Math.floor(place / STRIDE));
    }
    return pages;
  }

  /** The pages to load before facts can be appended: those that the fold changes, and the last one. */
  pagesToAppend(): ReadonlySet<number> {
    const pages = new Set(this.pagesHolding(this.#overlay.all().map(({ id }) => id)));
    const last = this.numbers.at(-1);
    if (last !== undefined) pages.add(last);
    return pages;
  }

  /**
   * The fact with this id, from the overlay or from a page in `loaded`. undefined: it is not here, or its page was not
   * loaded.
   */
  get(id: string, loaded: LoadedPages): StoredFact | undefined {
    const record = this.#overlay.get(id);
    if (record) return record.stored ?? undefined;
    const place = this.#places.get(id);
    return place === undefined ? undefined : loaded.get(Math.floor(place / STRIDE))?.[place % STRIDE];
  }

  /** Adds or changes one fact. */
  put(stored: StoredFact): void {
    if (!this.has(stored.fact.id)) this.#count++;
    this.#overlay.put({ id: stored.fact.id, stored });
  }

  delete(id: string): void {
    if (!this.has(id)) return;
    this.#count--;
    if (this.#places.has(id)) this.#overlay.put({ id, stored: null });
    else this.#overlay.delete(id);
  }

  /** Appends facts with new ids, in sequence order. `loaded`: the pages of `pagesToAppend`. */
  append(facts: readonly StoredFact[], loaded: LoadedPages): void {
    if (facts.length === 0) return;
    const tail = [...this.changed().toReversed(), ...facts];
    this.#removeFromPages(new Set(this.#overlay.all().map(({ id }) => id)), loaded);
    this.#overlay.clear();
    const last = this.numbers.at(-1) ?? 0;
    const lastFacts = this.#factsOf(last, loaded);
    // If the fold has emptied the last page, the one before it is the last now. It was not loaded and stays as it is.
    let no = lastFacts || !this.#pages.has(last) ? last : last + 1;
    const rows = [...(lastFacts ?? []), ...tail];
    for (let from = 0; from < rows.length; from += this.#pageSize) {
      this.#rewrite(no, rows.slice(from, from + this.#pageSize));
      no++;
    }
    this.#count += facts.length;
  }

  /** Deletes many facts at once. `loaded`: the pages of `pagesHolding`. */
  deleteAll(ids: ReadonlySet<string>, loaded: LoadedPages): void {
    this.#count -= [...ids].filter((id) => this.has(id)).length;
    this.#removeFromPages(ids, loaded);
    for (const id of ids) this.#overlay.delete(id);
  }

  /**
   * Puts these facts in the place of those with their ids, with their sequence numbers as given. `loaded`: the pages of
   * `pagesOf`.
   */
  replaceAll(facts: readonly StoredFact[], loaded: LoadedPages): void {
    const paged = new Map<string, StoredFact>();
    for (const stored of facts) {
      if (this.isOverlaid(stored.fact.id)) this.put(stored);
      else paged.set(stored.fact.id, stored);
    }
    for (const no of this.pagesHolding(paged.keys())) {
      this.#rewrite(
        no,
        this.#loadedFacts(no, loaded).map((stored) => paged.get(stored.fact.id) ?? stored),
      );
    }
  }

  /** How many facts are new for a peer: above `seq`, may be carried, not from it, and of no domain in `leftOut`. */
  countWaiting(seq: number, peerId: string, leftOut: ReadonlySet<string> = new Set()): number {
    let waiting = 0;
    for (const page of this.#pages.values()) {
      if ((page.seqs.at(-1) ?? 0) <= seq) continue;
      const own = page.origins.indexOf(peerId);
      const isLeftOut = page.domains.map((domain) => leftOut.has(domain));
      for (let slot = 0; slot < page.ids.length; slot++) {
        const past = (page.seqs[slot] as number) > seq && page.carried[slot] === 1 && page.originOf[slot] !== own;
        const goes = past && !isLeftOut[page.domainOf[slot] as number];
        if (goes && !this.isOverlaid(page.ids[slot] as string)) waiting++;
      }
    }
    const past = this.changed().filter((fact) => fact.seq > seq && isCarried(fact) && authorOf(fact) !== peerId);
    return waiting + past.filter(({ fact }) => !leftOut.has(fact.domain)).length;
  }

  /** How many rows the next flush writes. A page that is deleted counts as one. */
  get unwritten(): number {
    const pages = [...this.#rewritten.values()].reduce((sum, facts) => sum + (facts?.length ?? 1), 0);
    return pages + this.#overlay.unwritten;
  }

  /** Writes changed pages with their indexes, and the overlay. Yields each request right after it was made. */
  *flush(tx: Write): Generator<Writing> {
    const pages = tx.objectStore('pages');
    const twins = tx.objectStore('twins');
    for (const [no, facts] of this.#rewritten) {
      yield { request: facts ? twins.put(packPageIndex(no, facts)) : twins.delete(no), rows: 0 };
      yield { request: facts ? pages.put({ no, facts }) : pages.delete(no), rows: facts?.length ?? 1 };
    }
    this.#rewritten.clear();
    yield* this.#overlay.flush(tx);
  }

  /** The facts of a page as this commit will leave them. undefined: the page was not loaded. */
  #factsOf(no: number, loaded: LoadedPages): readonly StoredFact[] | undefined {
    return this.#rewritten.has(no) ? (this.#rewritten.get(no) ?? []) : loaded.get(no);
  }

  /** Removes every version of these ids from the pages. */
  #removeFromPages(ids: ReadonlySet<string>, loaded: LoadedPages): void {
    for (const no of this.pagesHolding(ids)) {
      this.#rewrite(
        no,
        this.#loadedFacts(no, loaded).filter((stored) => !ids.has(stored.fact.id)),
      );
    }
  }

  #loadedFacts(no: number, loaded: LoadedPages): readonly StoredFact[] {
    const facts = this.#factsOf(no, loaded);
    if (!facts) throw new TypeError(`Page ${no} must be loaded before its facts are changed`);
    return facts;
  }

  #rewrite(no: number, facts: readonly StoredFact[]): void {
    for (const id of this.#pages.get(no)?.ids ?? []) this.#places.delete(id);
    this.#pages.delete(no);
    this.#rewritten.set(no, facts.length > 0 ? facts : null);
    if (facts.length > 0) this.#index(unpackPageIndex(packPageIndex(no, facts)));
  }

  #index(page: PageIndex): void {
    this.#pages.set(page.no, page);
    page.ids.forEach((id, slot) => {
      this.#places.set(id, page.no * STRIDE + slot);
    });
  }
}

/** Reads pages, all at once. Rejects with what `tell` throws. */
export async function fetchPages(tx: Read, numbers: Iterable<number>, tell?: Tell): Promise<LoadedPages> {
  const store = tx.objectStore('pages');
  const wanted = [...numbers];
  let done = 0;
  const records = await Promise.all(
    wanted.map(async (no) => {
      const record = await store.get(no);
      done++;
      tell?.({ phase: 'looking-up', done: done * PAGE_SIZE, total: wanted.length * PAGE_SIZE, unit: 'rows' });
      return record;
    }),
  );
  return new Map(records.flatMap((record) => (record ? [[record.no, record.facts] as const] : [])));
}
