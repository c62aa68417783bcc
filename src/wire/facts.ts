/**
 * Facts as JSON, and what binds a fact, and every edit of it, to the node that wrote it first (PROTOCOL "Edits"). The
 * id of a fact is made of that node's peer id, so no other node can make an edit that holds.
 */
import type { Edit, Fact } from '../domain/fact.ts';
import { LIMITS } from '../domain/limits.ts';
import { canonicalBytes, canonicalHash } from './canonical.ts';
import { type Fields, type JsonObject, withoutFolding } from './fields.ts';

const KNOWN = new Set(['id', 'content', 'level', 'domain', 'module', 'is_gene', 'source', 'created_at']);

/**
 * The facts of a document (reference: SyncFact), each with its edit if it has one (`synapse.edits`, by the id of the
 * fact). Only types and lengths are checked here. The rules for a row come later.
 */
export function readFacts(fields: Fields): readonly Fact[] {
  const edits = fields.synapse()?.objects('edits', LIMITS.facts) ?? new Map<string, Fields>();
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

/** Keys in the reference's order. An empty domain or module is not written, as in the reference. */
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
    ...withoutFolding(fact.unknown, KNOWN),
  };
}

/** The edits of these facts as the member `edits` of `synapse`. An empty object if there are none. */
export function writeEdits(facts: readonly Fact[]): JsonObject {
  const edits = facts.flatMap(({ id, edit }) => (edit ? [[id, writeEdit(edit)] as const] : []));
  return edits.length > 0 ? { edits: Object.fromEntries(edits) } : {};
}

/** The member `synapse` of a document that holds nothing there but edits. An empty object if there are none. */
export function synapseWithEdits(facts: readonly Fact[]): JsonObject {
  const synapse = writeEdits(facts);
  return Object.keys(synapse).length > 0 ? { synapse } : {};
}

function writeEdit({ publicKey, replaces, signature }: Edit): JsonObject {
  return { public_key: publicKey, replaces, signature };
}

/** The hash of the words of a version: hex SHA-256 of what an edit can change. */
export function hashOfWords({ content, level, domain, module }: Fact): string {
  return canonicalHash([content, level, domain, module]);
}

/**
 * The id of a fact: 32 hex digits, as GoMCP has them. It is made of the first writer's peer id, the time and the hash
 * of the first words.
 */
export function factIdOf(peerId: string, { createdAt }: Pick<Fact, 'createdAt'>, firstHash: string): string {
  return canonicalHash([peerId, createdAt, firstHash]).slice(0, 32);
}

/**
 * The bytes that a writer signs for an edit: the canonical form of the fact as GoMCP reads it, the writer's key, and
 * the versions that the edit replaces. No document looks like this, so the signature cannot serve for one.
 */
export function editBytes(
  fact: Fact,
  { publicKey, replaces }: Pick<Edit, 'publicKey' | 'replaces'>,
): Promise<Uint8Array<ArrayBuffer>> {
  return canonicalBytes({ fact: writeFact(fact), public_key: publicKey, replaces });
}
