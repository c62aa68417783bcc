/** Any order: drops that arrive as they like, and imports that are undone as one likes. */
import fc from 'fast-check';
import type { TestNode } from './open-node.ts';

/** The numbers below `count` in any order, before and after them up to `mostRepeated` of them once more. */
export function anyOrder(count: number, mostRepeated: number): fc.Arbitrary<readonly number[]> {
  return fc
    .shuffledSubarray([...Array(count).keys()], { minLength: count })
    .chain((order) =>
      fc
        .array(fc.constantFrom(...order), { maxLength: mostRepeated })
        .map((repeated) => [...repeated, ...order, ...repeated]),
    );
}

/** Undoes all these imports; the numbers say which of those that are left is the next. */
export async function undoInOrder(
  node: TestNode,
  dropIds: readonly string[],
  numbers: fc.Stream<number>,
): Promise<void> {
  const left = [...dropIds];
  while (left.length > 0) {
    const [dropId] = left.splice((numbers.next().value as number) % left.length, 1);
    await node.api.undoImport(dropId as string);
  }
}
