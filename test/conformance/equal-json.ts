import { isDeepStrictEqual } from 'node:util';

/**
 * The difference between two JSON values as a text, or null. A null list equals an empty one, as a nil slice does in
 * Go.
 */
export function differenceOfJson(ours: unknown, theirs: unknown): string | null {
  const a = withoutNullLists(ours);
  const b = withoutNullLists(theirs);
  return isDeepStrictEqual(a, b)
    ? null
    : `ours ${JSON.stringify(a).slice(0, 300)} theirs ${JSON.stringify(b).slice(0, 300)}`;
}

const LISTS = new Set(['facts', 'incidents', 'mitre_mapping', 'backups', 'genes', 'peers', 'new_backups']);

function withoutNullLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, LISTS.has(key) && child === null ? [] : withoutNullLists(child)]),
  );
}
