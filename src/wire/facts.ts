import type { Fact } from '../domain/fact.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Fields, JsonObject } from './fields.ts';

const KNOWN = new Set(['id', 'content', 'level', 'domain', 'module', 'is_gene', 'source', 'created_at']);

/** The facts of a payload (reference: SyncFact). What a row says is judged later, row by row; here only its shape is. */
export function readFacts(fields: Fields): readonly Fact[] {
  return fields.list('facts', LIMITS.facts, readFact);
}

function readFact(row: Fields): Fact {
  const unknown = row.unknown(KNOWN);
  return {
    id: row.text('id'),
    content: row.content('content'),
    level: row.integer('level'),
    domain: row.text('domain'),
    module: row.text('module'),
    isGene: row.flag('is_gene'),
    source: row.text('source'),
    createdAt: row.time('created_at'),
    ...(unknown && { unknown }),
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
