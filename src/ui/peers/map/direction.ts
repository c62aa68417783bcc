/** What of a peer's place comes from its id alone: the same on every device, and whoever else is there. */

/** FNV-1a, mixed once more: ids that differ in one letter point in different directions. 32 bits. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** In radians. */
export function directionOf(peerId: string): number {
  return (hashOf(peerId, 0) / 2 ** 32) * 2 * Math.PI;
}

/** Where two would stand on each other, the one with the smaller rank stays. */
export function rankOf(peerId: string): number {
  return hashOf(peerId, 0x5bd1e995);
}
