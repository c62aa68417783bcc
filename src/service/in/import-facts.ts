/** The facts of a payload or a backup: compared with what is here, and written by the rules and a person's choices. */
import type { SyncPayload } from '../../domain/document.ts';
import { asVersionOf, echoSource, readEchoes } from '../../domain/echo.ts';
import { type Fact, isEditOf, type Origin, type StoredFact } from '../../domain/fact.ts';
import type { JournalEntry } from '../../domain/journal.ts';
import type { Counts } from '../../domain/outcome.ts';
import type { RowChoice } from '../../domain/preview.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { type FactBuckets, type RefusedRow, sortFacts, versionKey } from '../../domain/sort-payload.ts';
import type { Steps } from '../../domain/steps.ts';
import type { BucketCounts } from '../../peer-api.ts';
import type { LoadedPages } from '../../store/fact-pages.ts';
import type { NodeStore } from '../../store/node-store.ts';
import { hashOfWords } from '../../wire/facts.ts';
import type { Choices } from '../intake.ts';
import type { StartedStore } from '../node-context.ts';
import { decidedVersions, recordVersions } from './conflicts.ts';

/** `pages`: those of `pagesToCompare`. */
export function* sortPayloadFacts(store: StartedStore, facts: readonly Fact[], pages: LoadedPages): Steps<FactBuckets> {
  const genes = new Map(store.genes.all().map((gene) => [gene.id, gene]));
  const decided = decidedVersions(store);
  const echoes = new Set(echoesIn(store, facts));
  const others = function* () {
    for (const gene of genes.values()) yield gene.content;
    for (const fact of facts) if (!echoes.has(fact)) yield fact.content;
  };
  const held = echoes.size > 0 ? store.facts.inOrder(pages) : [];
  const { known, originals } = yield* readEchoes([...echoes], others(), held, hashOfWords);
  const rows = originals.size > 0 ? facts.map((fact) => versionOfEcho(fact, originals.get(fact))) : facts;
  return yield* sortFacts(rows, genes, {
    ours: (id) => store.facts.get(id, pages),
    isDecided: (theirs) => decided.has(versionKey(theirs)),
    isEcho: (row) => known.has(row),
    hashOf: hashOfWords,
  });
}

/** The pages to load before these facts can be sorted. An echo may come from any fact that is here. */
export function pagesToCompare(store: StartedStore, facts: readonly Fact[]): Iterable<number> {
  return echoesIn(store, facts).length > 0 ? store.facts.numbers : store.facts.pagesOf(idsOf(facts));
}

/** The rows whose source says that GoMCP took them in from this node, and whose ids are not here. */
function echoesIn({ facts: here, registry }: StartedStore, facts: readonly Fact[]): readonly Fact[] {
  const source = echoSource(registry.selfId);
  return facts.filter((fact) => fact.source === source && fact.id !== '' && fact.content !== '' && !here.has(fact.id));
}

/** A choice is remembered by the object that was shown, so an echo is the same object when it is sorted again. */
const versionsOfEchoes = new WeakMap<Fact, Fact>();

function versionOfEcho(row: Fact, original: StoredFact | undefined): Fact {
  if (!original) return row;
  const before = versionsOfEchoes.get(row);
  if (before?.id === original.fact.id) return before;
  const version = asVersionOf(original, row);
  versionsOfEchoes.set(row, version);
  return version;
}

/** Inside a transaction. `variants`: by the id of a fact, the id of the fact that it is another version of. */
export function importFacts(
  store: NodeStore,
  facts: FactBuckets,
  choices: Choices,
  origin: Origin,
  pages: LoadedPages,
  variants: SyncPayload['variants'] = new Map(),
): Counts {
  const wanted = facts.fresh.filter((fact) => isIncluded(choices, fact));
  const conflicts = facts.conflicts.filter(({ theirs }) => isIncluded(choices, theirs));
  const updates = facts.updates.filter(({ theirs }) => isIncluded(choices, theirs));
  const decided = (choice: RowChoice) => conflicts.filter(({ theirs }) => choices.get(theirs) === choice).length;
  noteAlsoFrom(store, facts.present, origin, pages);
  // Before appending, because appending folds changed facts into their pages.
  recordVersions(store, { conflicts, updates, present: facts.present }, choices, origin);
  // A version that has just become a fact of its own may be among the new facts too, under the same id.
  const fresh = wanted.filter((fact) => !store.facts.has(fact.id));
  appendFacts(store, fresh, origin, pages, variants);
  return {
    facts: fresh.length,
    present: facts.present.length,
    genes: facts.genes.length,
    updates: updates.length,
    conflicts: conflicts.length,
    theirs: decided('theirs'),
    both: decided('both'),
    refused: facts.refused.length,
    leftOut:
      facts.fresh.length +
      facts.updates.length +
      facts.conflicts.length -
      wanted.length -
      updates.length -
      conflicts.length,
  };
}

function appendFacts(
  store: NodeStore,
  facts: readonly Fact[],
  origin: Origin,
  pages: LoadedPages,
  variants: NonNullable<SyncPayload['variants']>,
): void {
  const first = store.nextSeq(facts.length);
  const stored = facts.map((fact, index) => ({
    fact,
    seq: first + index,
    stale: false,
    archived: false,
    origin,
    editedAt: null,
    ...variantOf(variants, fact.id),
  }));
  store.facts.append(stored, pages);
}

function variantOf(variants: ReadonlyMap<string, string>, id: string): Pick<StoredFact, 'variantOf'> {
  const other = variants.get(id);
  return other === undefined ? {} : { variantOf: other };
}

export function idsOf(facts: readonly Fact[]): readonly string[] {
  return facts.map((fact) => fact.id);
}

export function countsOf({ fresh, present, genes, updates, conflicts, refused }: FactBuckets): BucketCounts {
  return {
    fresh: fresh.length,
    present: present.length,
    genes: genes.length,
    updates: updates.length,
    conflicts: conflicts.length,
    refused: refused.length,
  };
}

/** Whether the row goes in: the person did not leave it out. */
export function isIncluded(choices: Choices, subject: object): boolean {
  return choices.get(subject) !== 'leave';
}

/** How many rows were refused, by the code. */
export function refusalCounts(rows: readonly RefusedRow[]): NonNullable<JournalEntry['refusals']> {
  const counts: Partial<Record<RefusalCode, number>> = {};
  for (const { refusal } of rows) counts[refusal.code] = (counts[refusal.code] ?? 0) + 1;
  return counts;
}

/**
 * `present`: facts that were here already. Those that came from another peer count as brought by this one too, so that
 * they stay if the other one's drop is undone. A peer is added to a fact once: its page has to be written again for it.
 */
export function noteAlsoFrom(store: NodeStore, present: readonly Fact[], by: Origin, pages: LoadedPages): void {
  if (by.peerId === null) return;
  const shared = present.flatMap((fact) => {
    const ours = store.facts.get(fact.id, pages);
    if (!ours || isRecordedFor(ours, by.peerId) || !isSameOrOlder(fact, ours.fact)) return [];
    return { ...ours, alsoFrom: [...(ours.alsoFrom ?? []), by] };
  });
  store.facts.replaceAll(shared, pages);
}

/** Whether it is recorded that the fact is this peer's too. For a fact that was made here it never has to be. */
function isRecordedFor({ origin, alsoFrom = [] }: StoredFact, peerId: string | null): boolean {
  return origin.peerId === null || origin.peerId === peerId || alsoFrom.some((one) => one.peerId === peerId);
}

/** Present facts may also be versions that a person decided before. Those are recorded as conflicts, not here. */
function isSameOrOlder(theirs: Fact, ours: Fact): boolean {
  return theirs.content === ours.content || isEditOf(ours, theirs, hashOfWords);
}
