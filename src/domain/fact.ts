import { utf8Length } from './bytes.ts';
import { LIMITS } from './limits.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Millis, WireTime } from './time.ts';

/** 0 project, 1 domain, 2 module, 3 snippet. Only 0 and 1 are carried (DESIGN 2). */
const LEVELS = [0, 1, 2, 3] as const;
export const HIGHEST_CARRIED_LEVEL = 1;

/** JSON fields a newer 1.x wrote and we do not know: kept, and written again (DESIGN 5.1). */
export type Unknown = Readonly<Record<string, unknown>>;

/** The writer's word for one version of its fact, carried with it from node to node. What is remembered has been proven. */
export interface Edit {
  /** Raw Ed25519 key of the writer, base64url: the fact's id is made of its peer id. */
  readonly publicKey: string;
  /** Hashes of every earlier version, the first one first. */
  readonly replaces: readonly string[];
  /** Base64url, over this version of the fact and all of the above. */
  readonly signature: string;
}

/** A fact as it is carried. Nothing about this node is ever written into it. */
export interface Fact {
  readonly id: string;
  readonly content: string;
  readonly level: number;
  readonly domain: string;
  readonly module: string;
  readonly isGene: boolean;
  readonly source: string;
  readonly createdAt: WireTime;
  /** Its writer edited it, and this is the proof; none: the words it was written in first, or somebody else's. */
  readonly edit?: Edit;
  readonly unknown?: Unknown;
}

/** Where a fact came from: stored beside it, never inside. */
export interface Origin {
  /** null: made on this node. */
  readonly peerId: string | null;
  readonly dropId: string | null;
  readonly at: Millis;
}

export interface StoredFact {
  readonly fact: Fact;
  /** Local sequence number of the last change (DESIGN 5.5). */
  readonly seq: number;
  readonly stale: boolean;
  readonly archived: boolean;
  readonly origin: Origin;
  /** Other peers that brought the same, each with the drop in which it did so first: what is theirs too stays when its origin is taken back. */
  readonly alsoFrom?: readonly Origin[];
  /** When a person last changed its words or place here; null: it is as it came. */
  readonly editedAt: Millis | null;
  /** The id of the fact that this one is another version of, kept as a fact of its own by a person's choice. */
  readonly variantOf?: string;
}

/** These words without what proves that their writer edited them. */
export function withoutEdit({ edit: _, ...words }: Fact): Fact {
  return words;
}

/** May this fact be handed to a peer? Levels 2 and 3, stale and archived facts stay here. */
export function isCarried(stored: StoredFact): boolean {
  return stored.fact.level <= HIGHEST_CARRIED_LEVEL && !stored.stale && !stored.archived;
}

/** Has a person here changed it or put it aside since it came? */
export function isTouched({ editedAt, stale, archived }: StoredFact): boolean {
  return editedAt !== null || stale || archived;
}

/** Who has this very version already because we have it from them; null: it was made or edited here. */
export function authorOf(stored: StoredFact): string | null {
  return stored.editedAt === null ? stored.origin.peerId : null;
}

/** What a person typed or changed. */
export interface FactDraft {
  readonly content: string;
  readonly level: number;
  readonly domain: string;
  readonly module: string;
}

/** The first thing wrong with a draft, or null. */
export function checkDraft(draft: FactDraft): Refusal | null {
  if (draft.content.trim() === '') return refuse('empty-content', { place: '/content' });
  const bytes = utf8Length(draft.content);
  if (bytes > LIMITS.contentBytes) {
    return refuse('too-long', {
      place: '/content',
      found: `${bytes}`,
      wanted: `${LIMITS.contentBytes}`,
    });
  }
  for (const field of ['domain', 'module'] as const) {
    const length = draft[field].length;
    if (length > LIMITS.word) {
      return refuse('too-long', {
        place: `/${field}`,
        found: `${length}`,
        wanted: `${LIMITS.word}`,
      });
    }
  }
  if (!LEVELS.some((level) => level === draft.level)) {
    return refuse('level-out-of-range', {
      place: '/level',
      found: `${draft.level}`,
    });
  }
  return null;
}

/** Hex SHA-256 of what an edit can change. */
export type HashOf = (fact: Fact) => string;

/**
 * Does `newer` come after `older` by the hand that wrote both? `older` has to stand at its own place among what is replaced: at the first, which the fact's
 * id is made of, where it has no proof of another. A writer can name anybody's words there; that does not make them its own.
 */
export function isEditOf({ edit }: Fact, older: Fact, hashOf: HashOf): boolean {
  // Few facts were ever edited: the hash is asked for only then.
  return edit !== undefined && edit.replaces[older.edit?.replaces.length ?? 0] === hashOf(older);
}
