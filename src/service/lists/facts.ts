/** Facts that a person adds, changes or looks for. Genes are facts too, and never change. */
import { checkDraft, type FactDraft, type StoredFact } from '../../domain/fact.ts';
import { geneFact } from '../../domain/genome.ts';
import type { JournalKind } from '../../domain/journal.ts';
import type { DoneWhat, Nothing, Outcome } from '../../domain/outcome.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { FactMark, FactQuery, FactRow, FactRows, Range } from '../../peer-api.ts';
import type { NodeStore } from '../../store/node-store.ts';
import { editedFact, writtenFact } from '../in/edits.ts';
import type { NodeContext } from '../node-context.ts';

export async function addFact({ store, environment }: NodeContext, draft: FactDraft): Promise<Outcome> {
  const wrong = checkDraft(draft);
  if (wrong) return wrong;
  return store.transact({}, () => {
    const at = environment.now();
    const fact = writtenFact(draft, store.registry.selfId, at, (id) => store.facts.has(id));
    const { id } = fact;
    const origin = { peerId: null, dropId: null, at };
    store.facts.put({ fact, seq: store.nextSeq(), stale: false, archived: false, origin, editedAt: null });
    store.note({ kind: 'fact-added', at, subject: id });
    return { kind: 'done', what: 'fact-added' };
  });
}

/**
 * Changes the words or the place of a fact. Its id, source and time of creation stay. `seenSeq`: the sequence number of
 * the fact when the person began to edit it.
 */
export async function editFact(node: NodeContext, id: string, draft: FactDraft, seenSeq?: number): Promise<Outcome> {
  const wrong = checkDraft(draft);
  if (wrong) return wrong;
  const { store } = node;
  const before = store.facts.get(id, await store.readPages(store.facts.pagesOf([id])));
  const fact = before && (await editedFact(store, before.fact, draft));
  return change(node, id, 'fact-edited', 'fact-changed', (stored, at) => {
    if (!fact || stored.seq !== before.seq || stored.seq !== (seenSeq ?? stored.seq)) {
      return refuse('changed-meanwhile', { found: id });
    }
    return fact === before.fact ? { kind: 'nothing', why: 'unchanged' } : { ...stored, fact, editedAt: at };
  });
}

export async function markFact(node: NodeContext, id: string, mark: FactMark, on: boolean): Promise<Outcome> {
  return change(node, id, 'fact-marked', 'fact-changed', (stored) => ({ ...stored, [mark]: on }));
}

export async function deleteFact(node: NodeContext, id: string): Promise<Outcome> {
  return change(node, id, 'fact-deleted', 'fact-deleted', () => null);
}

export async function findFacts({ store }: NodeContext, query: FactQuery, range: Range): Promise<FactRows> {
  const genes = matchingGenes(store, query);
  const { search, level, domain, origin, mark } = query;
  const filter = {
    search,
    ...(level !== undefined && { level }),
    ...(domain !== undefined && { domain }),
    ...(origin !== undefined && { originPeerId: origin === 'self' ? null : origin }),
    ...(mark !== undefined && { mark }),
  };
  // Genes come first. There are few of them.
  const offset = Math.max(0, range.offset - genes.length);
  const shown = genes.slice(range.offset, range.offset + range.limit);
  const found = await store.search.find(filter, offset, range.limit - shown.length);
  const domains = [...new Set([...store.genes.all().map((gene) => gene.domain), ...found.domains])];
  return {
    kind: 'rows',
    total: genes.length + found.total,
    rows: [...shown, ...found.rows.map(rowOf)],
    domains: domains.filter((one) => one !== '').sort(),
  };
}

/**
 * Changes one fact. `next` returns the changed fact, null to delete it, or why there is nothing to change. The fact
 * gets the next sequence number, so that it is new for every peer.
 */
function change(
  { store, environment }: NodeContext,
  id: string,
  kind: JournalKind,
  what: DoneWhat,
  next: (stored: StoredFact, at: number) => StoredFact | Refusal | Nothing | null,
): Promise<Outcome> {
  return store.transact({ pages: (facts) => facts.pagesOf([id]) }, ({ pages }) => {
    if (store.genes.get(id)) return refuse('gene-immutable', { found: id });
    const stored = store.facts.get(id, pages);
    if (!stored) return refuse('fact-not-found', { found: id });
    const at = environment.now();
    const changed = next(stored, at);
    if (changed && 'kind' in changed) return changed;
    if (changed) store.facts.put({ ...changed, seq: store.nextSeq() });
    else store.facts.delete(id);
    store.note({ kind, at, subject: id });
    return { kind: 'done', what };
  });
}

function matchingGenes(store: NodeStore, { search, level, domain, origin, mark }: FactQuery): readonly FactRow[] {
  if (mark !== undefined || origin !== undefined || (level ?? 0) !== 0) return [];
  const wanted = search.trim().toLowerCase();
  return store.genes
    .all()
    .map(geneFact)
    .filter((fact) => domain === undefined || fact.domain === domain)
    .filter((fact) => `${fact.content}\n${fact.domain}\n${fact.source}\n${fact.id}`.toLowerCase().includes(wanted))
    .map((fact) => ({ fact, seq: 0, stale: false, archived: false, fromPeerId: null, at: 0 }));
}

export function rowOf({ fact, seq, stale, archived, origin, variantOf }: StoredFact): FactRow {
  return { fact, seq, stale, archived, fromPeerId: origin.peerId, at: origin.at, ...(variantOf && { variantOf }) };
}
