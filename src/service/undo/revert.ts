/**
 * Taking back what came in: a drop (undo), or everything of a peer (forget). What nobody here touched since goes; what it had moved aside stands again;
 * what somebody else brought too is theirs from now on. Decided on what is in memory, then written in the same transaction.
 */
import { isTouched, type Origin, type StoredFact } from '../../domain/fact.ts';
import { type StoredIncident, withoutStatements } from '../../domain/incident.ts';
import { versionKey } from '../../domain/sort-payload.ts';
import type { LoadedPages } from '../../store/fact-pages.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { Bringer, ConflictRecord } from '../../store/schema.ts';
import { cameAt, variantIdOf } from '../in/conflicts.ts';

type From = Pick<Origin, 'peerId' | 'dropId'>;

export interface Extent {
  /** Is what came from there taken back? */
  isGone(from: From): boolean;
  /** Is what a person chose in the preview of that drop open again? */
  reopens(dropId: string | null): boolean;
  /** Do choices stay that were made between ours and what is taken back? */
  readonly keepsChoices: boolean;
}

export interface TakingBack {
  readonly untouched: readonly StoredFact[];
  /** Stays: edited or put aside here since. */
  readonly touched: readonly StoredFact[];
  /** Stays: somebody else brought it too, whose it is from now on. */
  readonly handedOn: readonly StoredFact[];
  /** Stays; who else brought it is taken back. */
  readonly mended: readonly StoredFact[];
  /** What stood there before. */
  readonly putBack: readonly StoredFact[];
  /** Somebody else's words, which were kept beside those that go. */
  readonly risen: readonly Risen[];
  readonly incidents: readonly Unsaid[];
  readonly conflicts: readonly Unkept[];
  readonly replaced: readonly ConflictRecord[];
}

interface Risen {
  readonly record: ConflictRecord;
  readonly stored: StoredFact;
}

interface Unsaid {
  readonly stored: StoredIncident;
  /** null: nobody else spoke of it. */
  readonly left: StoredIncident | null;
}

/** A version that is taken back, and what is left of it: nothing, an open conflict, or the same as before. */
export interface Unkept {
  readonly record: ConflictRecord;
  readonly left: ConflictRecord | null;
  readonly isChanged: boolean;
}

export function whatIsTakenBack(store: NodeStore, pages: LoadedPages, extent: Extent): TakingBack {
  const { isGone } = extent;
  const isConcerned = ({ broughtBy, decidedIn }: ConflictRecord) => extent.reopens(decidedIn) || broughtBy.some(isGone);
  const brought = store.conflicts.all().filter(isConcerned);
  const unkept = brought.map((record) => without(record, extent));
  const past = new Past(unkept, extent);
  const all = store.facts.inOrder(pages);
  const gone = all.filter(({ origin }) => isGone(origin));
  const untouched = gone.filter((stored) => !isTouched(stored) && !past.heirOf(stored));
  const taken = new Set(untouched.map(({ fact }) => fact.id));
  const putBack = untouched.flatMap((stored) => past.lastingOf(stored) ?? []);
  const conflicts = extent.keepsChoices ? unkept.map((one) => withChoice(one, taken)) : unkept;
  const stands = new Set(putBack.map(({ fact }) => fact.id));
  return {
    untouched,
    touched: gone.filter(isTouched),
    handedOn: gone.flatMap((stored) => (isTouched(stored) ? [] : (past.handedOn(stored) ?? []))),
    mended: all.filter(({ origin }) => !isGone(origin)).flatMap((stored) => past.mended(stored) ?? []),
    putBack,
    risen: whatRises(store, conflicts, (id) => taken.has(id) && !stands.has(id)),
    incidents: unsaid(store, extent),
    conflicts,
    replaced: mendedReplaced(store, conflicts, past),
  };
}

/** `pages`: all of them, as they were when it was decided. */
export function takeBack(store: NodeStore, back: TakingBack, pages: LoadedPages): void {
  const { facts, incidents, conflicts } = store;
  facts.dropAll(new Set(back.untouched.map(({ fact }) => fact.id)), pages);
  facts.replaceAll([...back.handedOn, ...back.mended], pages);
  const standing = [...back.putBack, ...back.risen.map(({ stored }) => stored)];
  for (const stored of standing) facts.put({ ...stored, seq: store.nextSeq() });
  for (const { stored, left } of back.incidents) {
    if (left) incidents.put(left.statements === stored.statements ? left : { ...left, seq: store.nextSeq() });
    else incidents.delete(stored.key);
  }
  for (const { record, left } of back.conflicts) {
    if (!left) conflicts.delete(record.key);
    else if (left !== record) conflicts.put(left);
  }
  for (const record of back.replaced) conflicts.put(record);
  for (const { record } of back.risen) conflicts.delete(record.key);
}

/** What is counted of it, in the journal and in what is said. */
export function countsOfTakingBack({ untouched, incidents, conflicts, touched }: TakingBack) {
  return {
    facts: untouched.length,
    incidents: incidents.filter(isHeard).length,
    conflicts: conflicts.filter(({ isChanged }) => isChanged).length,
    kept: touched.length,
  };
}

/** Something that stood in it is unsaid, not only what agreed with it. */
function isHeard({ stored, left }: Unsaid): boolean {
  return left?.statements !== stored.statements;
}

/** The versions that stood here, and who is left to vouch for each. */
class Past {
  readonly #extent: Extent;
  readonly #heirs: ReadonlyMap<string, Bringer>;
  /** By a version that is taken back: what it took the place of. */
  readonly #before: ReadonlyMap<string, StoredFact>;

  constructor(unkept: readonly Unkept[], extent: Extent) {
    this.#extent = extent;
    this.#heirs = heirsOf(unkept);
    this.#before = new Map(
      unkept.flatMap(({ record: { fact, replaced } }) => (replaced ? [[versionKey(fact), replaced] as const] : [])),
    );
  }

  heirOf({ fact, alsoFrom }: StoredFact): Origin | undefined {
    return alsoFrom?.find((one) => !this.#extent.isGone(one)) ?? this.#heirs.get(versionKey(fact));
  }

  handedOn(stored: StoredFact): StoredFact | undefined {
    const origin = this.heirOf(stored);
    if (!origin) return undefined;
    const { alsoFrom = [], ...alone } = stored;
    const others = alsoFrom.filter((one) => one.peerId !== origin.peerId && !this.#extent.isGone(one));
    return { ...alone, origin, ...(others.length > 0 && { alsoFrom: others }) };
  }

  /** Without those who are taken back among the others that brought it; undefined: there are none. */
  mended(stored: StoredFact): StoredFact | undefined {
    const { alsoFrom, ...alone } = stored;
    if (!alsoFrom?.some((one) => this.#extent.isGone(one))) return undefined;
    const others = alsoFrom.filter((one) => !this.#extent.isGone(one));
    return others.length > 0 ? { ...alone, alsoFrom: others } : alone;
  }

  /** The last version on the way back from this one that is not taken back; undefined: there is none. */
  lastingOf(stored: StoredFact): StoredFact | undefined {
    const seen = new Set<string>();
    let version: StoredFact | undefined = stored;
    while (version && this.#extent.isGone(version.origin) && !isTouched(version)) {
      const handed = this.handedOn(version);
      if (handed) return handed;
      const key = versionKey(version.fact);
      version = seen.has(key) ? undefined : this.#before.get(key);
      seen.add(key);
    }
    return version && (this.mended(version) ?? version);
  }
}

/** A version that others brought too is kept for them; what was chosen in a drop that is undone is open again. */
function without(record: ConflictRecord, { isGone, reopens }: Extent): Unkept {
  const broughtBy = record.broughtBy.filter((one) => !isGone(one));
  if (broughtBy.length === 0) return { record, left: null, isChanged: true };
  if (!reopens(record.decidedIn)) return { record, left: { ...record, broughtBy }, isChanged: false };
  const [heir] = broughtBy;
  // Nobody had chosen: it stands for whoever else brought it.
  if (record.choice === 'update' && heir) {
    return { record, left: { ...record, broughtBy, decidedIn: heir.dropId }, isChanged: false };
  }
  const { replaced: _, ...open } = record;
  return { record, left: { ...open, broughtBy, choice: null, decidedIn: null }, isChanged: true };
}

/** A person's choice stays where what it made stays. */
function withChoice(unkept: Unkept, taken: ReadonlySet<string>): Unkept {
  const { record, left } = unkept;
  if (left || record.choice === null) return unkept;
  const made = record.choice === 'both' ? variantIdOf(record.fact) : record.fact.id;
  return taken.has(made) ? unkept : { record, left: record, isChanged: false };
}

/** By the version of the fact that a choice made: whose it is from now on. */
function heirsOf(conflicts: readonly Unkept[]): ReadonlyMap<string, Bringer> {
  const heirs = new Map<string, Bringer>();
  for (const { left } of conflicts) {
    const heir = left?.broughtBy[0];
    if (!left || !heir) continue;
    const { fact, choice } = left;
    if (choice === 'theirs' || choice === 'update') heirs.set(versionKey(fact), heir);
    if (choice === 'both') heirs.set(versionKey({ id: variantIdOf(fact), content: fact.content }), heir);
  }
  return heirs;
}

/** Where a fact goes and nothing stood there before it, the words that came first of those kept beside it are the fact. */
function whatRises(
  { conflicts }: NodeStore,
  unkept: readonly Unkept[],
  isEmpty: (id: string) => boolean,
): readonly Risen[] {
  const leftOf = new Map(unkept.map(({ record, left }) => [record, left]));
  const firsts = new Map<string, ConflictRecord>();
  for (const record of conflicts.all()) {
    const left = leftOf.has(record) ? leftOf.get(record) : record;
    const isNoMoreBeside = left?.choice === 'theirs' || left?.choice === 'both' || left?.choice === 'update';
    if (!left || isNoMoreBeside || !isEmpty(left.fact.id)) continue;
    const first = firsts.get(left.fact.id);
    if (!first || cameAt(left) < cameAt(first)) firsts.set(left.fact.id, left);
  }
  return [...firsts.values()].flatMap((record) => {
    const [origin, ...others] = record.broughtBy;
    if (!origin) return [];
    const alsoFrom = others.filter((one, index) => isFirstOfPeer(one, index, others) && one.peerId !== origin.peerId);
    const marks = { seq: 0, stale: false, archived: false, editedAt: null };
    return { record, stored: { ...marks, fact: record.fact, origin, ...(alsoFrom.length > 0 && { alsoFrom }) } };
  });
}

function isFirstOfPeer({ peerId }: Bringer, index: number, all: readonly Bringer[]): boolean {
  return all.findIndex((one) => one.peerId === peerId) === index;
}

/** What a later choice put aside is taken back: now it has put aside what stood there before that, or nothing. */
function mendedReplaced({ conflicts }: NodeStore, unkept: readonly Unkept[], past: Past): readonly ConflictRecord[] {
  const leftOf = new Map(unkept.map(({ record, left }) => [record, left]));
  return conflicts.all().flatMap((record) => {
    const left = leftOf.has(record) ? leftOf.get(record) : record;
    if (!left?.replaced) return [];
    const { replaced, ...rest } = left;
    const lasting = past.lastingOf(replaced);
    if (lasting === replaced) return [];
    return lasting ? { ...rest, replaced: lasting } : rest;
  });
}

/** What was said of incidents there is unsaid. */
function unsaid({ incidents }: NodeStore, { isGone }: Extent): readonly Unsaid[] {
  return incidents.all().flatMap((stored) => {
    const isUnsaid = ({ speaker, dropId }: StoredIncident['statements'][number]) =>
      dropId !== null && isGone({ peerId: speaker, dropId });
    if (stored.statements.some(isUnsaid)) return { stored, left: withoutStatements(stored, isUnsaid) };
    if (!stored.agreed?.some(isUnsaid)) return [];
    const { agreed, ...rest } = stored;
    const still = agreed.filter((one) => !isUnsaid(one));
    return { stored, left: still.length > 0 ? { ...rest, agreed: still } : rest };
  });
}
