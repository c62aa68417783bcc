/** Figures about a graph of imports: who imports whom, how many floors it has, which nodes form a circle. */

/** For each node, the nodes that it imports. Every node is a key. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The graph of the rooms that `roomOf` puts the nodes into. Imports within a room are left out. */
export function joined(graph: Graph, roomOf: (node: string) => string): Graph {
  const rooms = new Map<string, Set<string>>();
  for (const [node, imported] of graph) {
    const room = roomOf(node);
    const others = rooms.get(room) ?? new Set();
    rooms.set(room, others);
    for (const other of imported) if (roomOf(other) !== room) others.add(roomOf(other));
  }
  return rooms;
}

/** How many nodes import each node. */
export function importerCounts(graph: Graph): ReadonlyMap<string, number> {
  const counts = new Map([...graph.keys()].map((node) => [node, 0]));
  for (const imported of graph.values()) for (const other of imported) counts.set(other, (counts.get(other) ?? 0) + 1);
  return counts;
}

/** Groups of two or more nodes in which each imports every other, directly or through others. */
export function circles(graph: Graph): readonly (readonly string[])[] {
  const below = new Map([...graph.keys()].map((node) => [node, reachable(graph, node)]));
  const isMutual = (one: string, other: string) => below.get(one)?.has(other) && below.get(other)?.has(one);
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const node of graph.keys()) {
    if (seen.has(node)) continue;
    const circle = [...graph.keys()].filter((other) => other === node || isMutual(node, other));
    for (const member of circle) seen.add(member);
    if (circle.length > 1) found.push(circle);
  }
  return found;
}

/** The number of nodes in the longest chain of imports. A circle counts as one node. */
export function floors(graph: Graph): number {
  const circleOf = new Map(circles(graph).flatMap((circle) => circle.map((node) => [node, circle.join()] as const)));
  const straight = joined(graph, (node) => circleOf.get(node) ?? node);
  const heights = new Map<string, number>();
  const heightOf = (node: string): number => {
    const known = heights.get(node);
    if (known !== undefined) return known;
    const height = 1 + Math.max(0, ...[...(straight.get(node) ?? [])].map(heightOf));
    heights.set(node, height);
    return height;
  };
  return Math.max(0, ...[...straight.keys()].map(heightOf));
}

function reachable(graph: Graph, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [from];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const other of graph.get(node) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      queue.push(other);
    }
  }
  return found;
}
