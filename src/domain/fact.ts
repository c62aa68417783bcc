/** A fact, what this node stores beside it, and the rules for a single fact. */
import { utf8Length } from './bytes.ts';
import { LIMITS } from './limits.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Millis, WireTime } from './time.ts';

/** 0 project, 1 domain, 2 module, 3 snippet. Only levels 0 and 1 are carried. */
const LEVELS = [0, 1, 2, 3] as const;
export const HIGHEST_CARRIED_LEVEL = 1;

/** JSON fields of a newer 1.x that we do not know. They are stored and written again. */
export type Unknown = Readonly<Record<string, unknown>>;

/**
 * Proof that the node that wrote a fact first also wrote this version of it (PROTOCOL "Edits"). It is carried with the
 * fact, so every node can tell an edit of the writer from another node's words. No clock decides: an edit names every
 * version that it replaces. An edit that is stored was verified.
 */
export interface Edit {
  /** Raw Ed25519 key of the writer, base64url. The id of the fact is made of the writer's peer id. */
  readonly publicKey: string;
  /** The hash of the words of every earlier version, the first version first. */
  readonly replaces: readonly string[];
  /** Base64url, over this version of the fact and both fields above. */
  readonly signature: string;
}

/** A fact as it is carried. This node never writes anything about itself into it. */
export interface Fact {
  readonly id: string;
  readonly content: string;
  readonly level: number;
  readonly domain: string;
  readonly module: string;
  readonly isGene: boolean;
  readonly source: string;
  readonly createdAt: WireTime;
  /** Proof that the writer edited it. Absent: these are the first words, or another node's. */
  readonly edit?: Edit;
  readonly unknown?: Unknown;
}

/** Where a fact came from. It is stored beside the fact, never inside. */
export interface Origin {
  /** null: made on this node. */
  readonly peerId: string | null;
  readonly dropId: string | null;
  readonly at: Millis;
}

export interface StoredFact {
  readonly fact: Fact;
  /** Local sequence number of the last change. */
  readonly seq: number;
  readonly stale: boolean;
  readonly archived: boolean;
  readonly origin: Origin;
  /**
   * Other peers that brought the same fact, each with its first drop. So the fact stays if its first import is undone.
   */
  readonly alsoFrom?: readonly Origin[];
  /** When a person here last changed its words, level, domain or module. null: it is as it came. */
  readonly editedAt: Millis | null;
  /** The id of the fact that this one is a variant of. A person chose to store both versions. */
  readonly variantOf?: string;
}

/** The same words without the proof of an edit. */
export function withoutEdit({ edit: _, ...words }: Fact): Fact {
  return words;
}

/** Whether this fact may go to a peer. Levels 2 and 3, stale facts and archived facts stay here. */
export function isCarried(stored: StoredFact): boolean {
  return stored.fact.level <= HIGHEST_CARRIED_LEVEL && !stored.stale && !stored.archived;
}

/** Whether a person here edited it, or marked it as stale or archived, since it came. */
export function isTouched({ editedAt, stale, archived }: StoredFact): boolean {
  return editedAt !== null || stale || archived;
}

/** The peer that this version came from, and which therefore has it already. null: it was made or edited here. */
export function authorOf(stored: StoredFact): string | null {
  return stored.editedAt === null ? stored.origin.peerId : null;
}

/** What a person typed, for a new fact or a changed one. */
export interface FactDraft {
  readonly content: string;
  readonly level: number;
  readonly domain: string;
  readonly module: string;
}

/** The first thing that is wrong with a draft, or null. */
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

/** The hash of the words of a version: what an edit can change (`hashOfWords` in `src/wire/facts.ts`). */
export type HashOf = (fact: Fact) => string;

/**
 * Whether the first fact is an edit of `older` by the node that wrote both. Its proof must name the words of `older` at
 * the place that belongs to `older`. That place is the number of versions that `older` itself replaces: 0 for the first
 * words, which the id of the fact is made of. If the writer lists another node's words at a later place, that does not
 * make them its own.
 *
 * Example: the writer says A, then B, then C. The proof of C lists A, B. So C is an edit of A, at place 0, and of B, at
 * place 1.
 */
export function isEditOf({ edit }: Fact, older: Fact, hashOf: HashOf): boolean {
  // Few facts were ever edited. Only they need the hash.
  return edit !== undefined && edit.replaces[older.edit?.replaces.length ?? 0] === hashOf(older);
}
