/**
 * What a person typed, with U+FFFD in place of every lone surrogate, as readers make it (PROTOCOL "Documents"). Without
 * that, no signature over it would hold. `typed`: a text, or an object or list of texts and numbers.
 */
export function wellFormed<T>(typed: T): T {
  return mended(typed) as T;
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mended(one)]));
}
