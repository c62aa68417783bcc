import type { Edit, Fact } from '../domain/fact.ts';
import { LIMITS } from '../domain/limits.ts';
import { canonicalBytes, canonicalHash } from './canonical.ts';
import type { Fields, JsonObject } from './fields.ts';

const KNOWN = new Set(['id', 'content', 'level', 'domain', 'module', 'is_gene', 'source', 'created_at']);

/**
 * The facts of a document (reference: SyncFact), each with its edit where it has one (`synapse.edits`, by fact id). What a row says is judged later, row
 * by row; here only its shape is.
 */
export function readFacts(fields: Fields): readonly Fact[] {
  const edits = fields.object('synapse')?.objects('edits', LIMITS.facts) ?? new Map<string, Fields>();
  return fields.list('facts', LIMITS.facts, (row) => readFact(row, edits));
}

function readFact(row: Fields, edits: ReadonlyMap<string, Fields>): Fact {
  const unknown = row.unknown(KNOWN);
  const edit = edits.get(row.text('id'));
  return {
    id: row.text('id'),
    content: row.content('content'),
    level: row.integer('level'),
    domain: row.text('domain'),
    module: row.text('module'),
    isGene: row.flag('is_gene'),
    source: row.text('source'),
    createdAt: row.time('created_at'),
    ...(edit && { edit: readEdit(edit) }),
    ...(unknown && { unknown }),
  };
}

function readEdit(fields: Fields): Edit {
  return {
    publicKey: fields.text('public_key'),
    replaces: fields.texts('replaces', LIMITS.edits),
    signature: fields.text('signature'),
  };
}

/** Keys in the reference's order; empty domain and module are left out, as it does. */
export function writeFact(fact: Fact): JsonObject {
  return {
    id: fact.id,
    content: fact.content,
    level: fact.level,
    ...(fact.domain !== '' && { domain: fact.domain }),
    ...(fact.module !== '' && { module: fact.module }),
    is_gene: fact.isGene,
    source: fact.source,
    created_at: fact.createdAt,
    ...fact.unknown,
  };
}

/** The edits of these facts, as a member of `synapse`; nothing where there are none. */
export function writeEdits(facts: readonly Fact[]): JsonObject {
  const edits = facts.flatMap(({ id, edit }) => (edit ? [[id, writeEdit(edit)] as const] : []));
  return edits.length > 0 ? { edits: Object.fromEntries(edits) } : {};
}

/** Where nothing else stands under `synapse`. */
export function synapseOf(facts: readonly Fact[]): JsonObject {
  const synapse = writeEdits(facts);
  return Object.keys(synapse).length > 0 ? { synapse } : {};
}

function writeEdit({ publicKey, replaces, signature }: Edit): JsonObject {
  return { public_key: publicKey, replaces, signature };
}

/** Hex SHA-256 of what an edit can change. */
export function hashOfWords({ content, level, domain, module }: Fact): string {
  return canonicalHash([content, level, domain, module]);
}

/** The id of a fact, made of who wrote it first, when, and in which words: nobody else's edit can be of this fact. 32 hex digits, as GoMCP's. */
export function factIdOf(peerId: string, { createdAt }: Pick<Fact, 'createdAt'>, firstHash: string): string {
  return canonicalHash([peerId, createdAt, firstHash]).slice(0, 32);
}

/** What its writer signs: the fact as GoMCP would read it, with what it takes the place of, in canonical form (RFC 8785). No document looks like it. */
export function editBytes(
  fact: Fact,
  { publicKey, replaces }: Pick<Edit, 'publicKey' | 'replaces'>,
): Promise<Uint8Array<ArrayBuffer>> {
  return canonicalBytes({ fact: writeFact(fact), public_key: publicKey, replaces });
}
