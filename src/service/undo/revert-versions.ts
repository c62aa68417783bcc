/**
 * Other versions of facts, and what becomes of them if the drops that brought them are reverted: who is left to vouch
 * for a version, and which version stood before it.
 */
import { isTouched, type Origin, type StoredFact } from '../../domain/fact.ts';
import { versionKey } from '../../domain/sort-payload.ts';
import type { Bringer, ConflictRecord } from '../../store/schema.ts';
import { variantIdOf } from '../in/conflicts.ts';

/** What is reverted, and what of a person's choices stays. */
export interface RevertScope {
  /** Whether what came from this peer with this drop is reverted. */
  isReverted(source: Pick<Origin, 'peerId' | 'dropId'>): boolean;
  /** Whether what a person chose in the preview of this drop is open again. */
  reopens(dropId: string | null): boolean;
  /** Whether a choice stays that was made between ours and a version that is reverted. */
  readonly keepsChoices: boolean;
}

/** A version that a reverted drop brought, or that was decided in its preview. */
export interface RevertedVersion {
  readonly record: ConflictRecord;
  /** The record afterwards. null: nothing is left of it. */
  readonly left: ConflictRecord | null;
  /** A person is told of it: the version is gone, or open again. */
  readonly isChanged: boolean;
}

export function revertVersion(record: ConflictRecord, { isReverted, reopens }: RevertScope): RevertedVersion {
  const broughtBy = record.broughtBy.filter((one) => !isReverted(one));
  const [heir] = broughtBy;
  if (!heir) return { record, left: null, isChanged: true };
  if (!reopens(record.decidedIn)) return { record, left: { ...record, broughtBy }, isChanged: false };
  // Nobody had to choose an update: it stands for the next peer that brought it.
  if (record.choice === 'update') {
    return { record, left: { ...record, broughtBy, decidedIn: heir.dropId }, isChanged: false };
  }
  const { replaced: _, ...open } = record;
  return { record, left: { ...open, broughtBy, choice: null, decidedIn: null }, isChanged: true };
}

/** A person's choice stays if what it made is not among the facts that are deleted. */
export function withChoice(reverted: RevertedVersion, deletedIds: ReadonlySet<string>): RevertedVersion {
  const { record, left } = reverted;
  if (left || record.choice === null) return reverted;
  const made = record.choice === 'both' ? variantIdOf(record.fact) : record.fact.id;
  return deletedIds.has(made) ? reverted : { record, left: record, isChanged: false };
}

/** The versions that stood here one after the other, and who else brought each of them. */
export class VersionHistory {
  readonly #isReverted: RevertScope['isReverted'];
  /** By version: who brought it too, and is not reverted. */
  readonly #heirs: ReadonlyMap<string, Bringer>;
  /** By version: the version that it replaced. */
  readonly #before: ReadonlyMap<string, StoredFact>;

  constructor(versions: readonly RevertedVersion[], { isReverted }: RevertScope) {
    this.#isReverted = isReverted;
    this.#heirs = heirsOf(versions);
    this.#before = new Map(
      versions.flatMap(({ record: { fact, replaced } }) => (replaced ? [[versionKey(fact), replaced] as const] : [])),
    );
  }

  /** Who else brought this version, and so becomes its origin. undefined: nobody. */
  heirOf({ fact, alsoFrom }: StoredFact): Origin | undefined {
    return alsoFrom?.find((one) => !this.#isReverted(one)) ?? this.#heirs.get(versionKey(fact));
  }

  /** The version with its heir as its origin. undefined: it has none. */
  handedOn(stored: StoredFact): StoredFact | undefined {
    const origin = this.heirOf(stored);
    if (!origin) return undefined;
    const { alsoFrom = [], ...alone } = stored;
    const others = alsoFrom.filter((one) => one.peerId !== origin.peerId && !this.#isReverted(one));
    return { ...alone, origin, ...(others.length > 0 && { alsoFrom: others }) };
  }

  /** The version without the reverted ones among the others that brought it too. undefined: there are none. */
  withoutReverted(stored: StoredFact): StoredFact | undefined {
    const { alsoFrom, ...alone } = stored;
    if (!alsoFrom?.some((one) => this.#isReverted(one))) return undefined;
    const others = alsoFrom.filter((one) => !this.#isReverted(one));
    return others.length > 0 ? { ...alone, alsoFrom: others } : alone;
  }

  /** The last version that is not reverted: this one, or one that it replaced. undefined: there is none. */
  lastStanding(stored: StoredFact): StoredFact | undefined {
    const seen = new Set<string>();
    let version: StoredFact | undefined = stored;
    while (version && this.#isReverted(version.origin) && !isTouched(version)) {
      const handedOn = this.handedOn(version);
      if (handedOn) return handedOn;
      const key = versionKey(version.fact);
      version = seen.has(key) ? undefined : this.#before.get(key);
      seen.add(key);
    }
    return version && (this.withoutReverted(version) ?? version);
  }
}

/** By the version of a fact that a choice made: who brought it too. */
function heirsOf(versions: readonly RevertedVersion[]): ReadonlyMap<string, Bringer> {
  const heirs = new Map<string, Bringer>();
  for (const { left } of versions) {
    const heir = left?.broughtBy[0];
    if (!left || !heir) continue;
    const { fact, choice } = left;
    if (choice === 'theirs' || choice === 'update') heirs.set(versionKey(fact), heir);
    if (choice === 'both') heirs.set(versionKey({ id: variantIdOf(fact), content: fact.content }), heir);
  }
  return heirs;
}
