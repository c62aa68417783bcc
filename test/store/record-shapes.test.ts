/**
 * The shapes of archived records are tied to the records of the schema. The compiler runs these tests (`tsc -p test`):
 * every `satisfies` must hold, and every line below a `@ts-expect-error` must be an error. Without the tie, a field
 * that is added to the schema alone makes archives that cannot be restored.
 */
import { expect, test } from 'vitest';
import type { StoredFact } from '../../src/domain/fact.ts';
import type { Gene } from '../../src/domain/genome.ts';
import type { JournalEntry } from '../../src/domain/journal.ts';
import { type ArchivedIdentity, SELF_SHAPES, SHAPES } from '../../src/store/record-shapes.ts';
import type {
  ConflictRecord,
  Exchange,
  Identity,
  JournalRecord,
  PageRecord,
  SignerRecord,
} from '../../src/store/schema.ts';
import type { ShapeOf } from '../../src/store/shape.ts';
import { ARCHIVED } from '../../src/store/whole-store.ts';

type Without<T, Name extends keyof T> = Omit<T, Name>;
type With<T, Changed> = Omit<T, keyof Changed> & Changed;

test('every archived store has a shape', () => {
  expect(['self', ...Object.keys(SHAPES)].toSorted()).toEqual([...ARCHIVED].toSorted());
});

test('a shape has exactly the fields of its record', () => {
  SHAPES.genes satisfies ShapeOf<Gene>;
  // @ts-expect-error a field that only the schema has
  SHAPES.genes satisfies ShapeOf<Gene & { readonly added: string }>;
  // @ts-expect-error the same, if it may be missing
  SHAPES.genes satisfies ShapeOf<Gene & { readonly added?: string }>;
  // @ts-expect-error a field that only the shape has
  SHAPES.genes satisfies ShapeOf<Without<Gene, 'module'>>;
  // @ts-expect-error the same, if it may be missing
  SHAPES.exchanges satisfies ShapeOf<Without<Exchange, 'untold'>>;
});

test('a field may be missing in a shape if it may in the record, and only then', () => {
  SHAPES.exchanges satisfies ShapeOf<Exchange>;
  // @ts-expect-error it may be missing in the schema only
  SHAPES.exchanges satisfies ShapeOf<With<Exchange, { readonly sentUpTo?: number }>>;
  // @ts-expect-error it may be missing in the shape only
  SHAPES.exchanges satisfies ShapeOf<With<Exchange, { readonly untold: readonly string[] }>>;
});

test('a field is of the same kind in a shape and in the record', () => {
  SHAPES.signers satisfies ShapeOf<SignerRecord>;
  // @ts-expect-error a number is not a text
  SHAPES.signers satisfies ShapeOf<With<SignerRecord, { readonly peerId: number }>>;
  // @ts-expect-error one kind of two is not enough
  SHAPES.signers satisfies ShapeOf<With<SignerRecord, { readonly peerId: string | number }>>;
  // @ts-expect-error null is a kind of its own
  SHAPES.signers satisfies ShapeOf<With<SignerRecord, { readonly peerId: string | null }>>;
  // @ts-expect-error bytes are not a text
  SHAPES.signers satisfies ShapeOf<With<SignerRecord, { readonly publicKey: string }>>;
  // @ts-expect-error a list is not what is in it
  SHAPES.exchanges satisfies ShapeOf<With<Exchange, { readonly receipts: string }>>;
  // @ts-expect-error JSON cannot say undefined
  SHAPES.genes satisfies ShapeOf<With<Gene, { readonly module: string | undefined }>>;
  // @ts-expect-error a table of numbers has no texts
  SHAPES.journal satisfies ShapeOf<With<JournalRecord, { readonly counts?: { readonly facts?: string } }>>;
});

test('what is inside a record is tied too: in lists, in objects, beside null', () => {
  type Longer = StoredFact & { readonly added: number };
  type Shorter = Without<StoredFact, 'editedAt'>;
  SHAPES.pages satisfies ShapeOf<PageRecord>;
  // @ts-expect-error a field of a fact in a page
  SHAPES.pages satisfies ShapeOf<With<PageRecord, { readonly facts: readonly Longer[] }>>;
  // @ts-expect-error a fact in a page lacks it
  SHAPES.pages satisfies ShapeOf<With<PageRecord, { readonly facts: readonly Shorter[] }>>;
  // @ts-expect-error beside null
  SHAPES.overlay satisfies ShapeOf<{ readonly id: string; readonly stored: Shorter | null }>;
  // @ts-expect-error in a field that may be missing
  SHAPES.conflicts satisfies ShapeOf<With<ConflictRecord, { readonly replaced?: Longer }>>;
});

test('each record of the node itself has its shape; the identity is archived without its keys', () => {
  SELF_SHAPES.identity satisfies ShapeOf<ArchivedIdentity>;
  // @ts-expect-error JSON cannot say keys of the platform
  SELF_SHAPES.identity satisfies ShapeOf<Identity>;
  // @ts-expect-error a field that only the schema has
  SELF_SHAPES.identity satisfies ShapeOf<ArchivedIdentity & { readonly added: string }>;
  // @ts-expect-error a line of the journal is no record of the node
  SELF_SHAPES.identity satisfies ShapeOf<JournalEntry>;
});
