/** Who else brought a fact that was here already. One person's word is enough for a fact to be here: it stays while anybody's is left. */
import { type Fact, isEditOf, type Origin, type StoredFact } from '../domain/fact.ts';
import type { LoadedPages } from '../store/fact-pages.ts';
import type { NodeStore } from '../store/node-store.ts';
import { hashOfWords } from '../wire/facts.ts';

/** Of these facts, which were here already, those of another peer are this one's too from now on. Once a peer: a page is written again for it. */
export function noteAlsoFrom(store: NodeStore, present: readonly Fact[], by: Origin, pages: LoadedPages): void {
  if (by.peerId === null) return;
  const shared = present.flatMap((fact) => {
    const ours = store.facts.get(fact.id, pages);
    if (!ours || isKnownOf(ours, by.peerId) || !isSameOrOlder(fact, ours.fact)) return [];
    return { ...ours, alsoFrom: [...(ours.alsoFrom ?? []), by] };
  });
  store.facts.replaceAll(shared, pages);
}

/** What was made here needs nobody else. */
function isKnownOf({ origin, alsoFrom = [] }: StoredFact, peerId: string | null): boolean {
  return origin.peerId === null || origin.peerId === peerId || alsoFrom.some((one) => one.peerId === peerId);
}

/** Other words between which and ours a person has decided are a conflict, and kept as such. */
function isSameOrOlder(theirs: Fact, ours: Fact): boolean {
  return theirs.content === ours.content || isEditOf(ours, theirs, hashOfWords);
}
