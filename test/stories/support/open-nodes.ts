/** Several nodes at once: on one clock, and closed together. */
import { Clock, closeAll, openNode, pair, type TestNode } from './open-node.ts';

/** The nodes by their names, the clock that all of them live by, and how to close them. */
export type OpenedNodes<Name extends string> = Readonly<Record<Name, TestNode>> & {
  readonly clock: Clock;
  close(): Promise<void>;
};

/** Started nodes of these names. None of them knows another one. */
export async function openNodes<Name extends string>(...names: readonly Name[]): Promise<OpenedNodes<Name>> {
  const clock = new Clock();
  const nodes: TestNode[] = [];
  for (const name of names) nodes.push(await openNode(name, clock));
  const byName = Object.fromEntries(names.map((name, index) => [name, nodes[index]]));
  return { ...(byName as Record<Name, TestNode>), clock, close: () => closeAll(...nodes) };
}

/** Alice and Bob, who trust each other. */
export async function openPair(): Promise<OpenedNodes<'alice' | 'bob'>> {
  const nodes = await openNodes('alice', 'bob');
  await pair(nodes.alice, nodes.bob);
  return nodes;
}
