/** Checks a parsed value against a shape, and makes a fresh value of what was checked. Parsed JSON is never cast. */
import { fromBase64url } from '../domain/bytes.ts';
import { isObject } from '../domain/is-object.ts';

export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | 'bytes'
  /** Any JSON value: unknown fields of a newer version. */
  | 'json'
  | { readonly list: Shape }
  | { readonly orNull: Shape }
  | { readonly mayLack: Shape }
  | { readonly mapOf: Shape }
  | { readonly oneOf: readonly Shape[] }
  | ObjectShape<FieldShapes, string>;

type FieldShapes = Readonly<Record<string, Shape>>;

/** An object with these fields and no others. */
interface ObjectShape<Shapes, Names> {
  readonly fields: Shapes;
  /** Never set. It is for the compiler: without it a shape with more fields would pass for one with fewer. */
  readonly names?: Names;
}

export const of = <const Shapes extends FieldShapes>(fields: Shapes): ObjectShape<Shapes, keyof Shapes> => ({ fields });
export const list = <const Item extends Shape>(shape: Item) => ({ list: shape }) as const;
export const orNull = <const Some extends Shape>(shape: Some) => ({ orNull: shape }) as const;
export const mayLack = <const Some extends Shape>(shape: Some) => ({ mayLack: shape }) as const;

/**
 * The one shape that fits a type. `x satisfies ShapeOf<T>` compiles only if `x` has every field of T, no other field,
 * and each of the right kind. Nothing satisfies it if T holds what an archive cannot say, for example a field that is a
 * text or a number. An object that needs none of its fields is a table: the shape of `Counts` is `{ mapOf: 'number' }`.
 */
export type ShapeOf<T> = unknown extends T
  ? 'json'
  : [T] extends [string]
    ? 'text'
    : [T] extends [number]
      ? 'number'
      : [T] extends [boolean]
        ? 'flag'
        : [T] extends [Uint8Array]
          ? 'bytes'
          : null extends T
            ? { readonly orNull: ShapeOf<Exclude<T, null>> }
            : [T] extends [readonly (infer Item)[]]
              ? { readonly list: ShapeOf<Item> }
              : Partial<T> extends T
                ? { readonly mapOf: ShapeOf<Exclude<T[keyof T], undefined>> }
                : [T] extends [object]
                  ? ObjectShape<{ readonly [Name in keyof T]-?: FieldShapeOf<T, Name> }, keyof T>
                  : never;

type FieldShapeOf<T, Name extends keyof T> =
  Partial<Pick<T, Name>> extends Pick<T, Name>
    ? { readonly mayLack: ShapeOf<Exclude<T[Name], undefined>> }
    : ShapeOf<T[Name]>;

/** At least one byte, and no part of a byte too much. */
const BASE64URL = /^(?:[\w-]{4})*(?:[\w-]{2,3})?$/;

/** A fresh value of what was checked, or the place (RFC 6901) of the first misfit. */
export function shaped(value: unknown, shape: Shape): { readonly value: unknown } | { readonly misfit: string } {
  try {
    return { value: fitted(value, shape, null) };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { misfit: placeOfMisfit(value, shape) };
  }
}

/** The place is found in a second walk. To write places down in the first one takes longer than all the rest. */
function placeOfMisfit(value: unknown, shape: Shape): string {
  try {
    fitted(value, shape, '');
  } catch (error) {
    if (error instanceof Misfit) return error.message;
    throw error;
  }
  throw new TypeError('A value that did not fit fits now');
}

/** The value does not fit. The message is the place. */
class Misfit extends Error {
  constructor(place: Place) {
    super(place ?? '');
  }
}

/** null: nobody has asked for places. */
type Place = string | null;

function within(place: Place, name: string | number): Place {
  return place === null ? null : `${place}/${name}`;
}

function fitted(value: unknown, shape: Shape, place: Place): unknown {
  if (typeof shape === 'string') return fitSimple(value, shape, place);
  if ('fields' in shape) return fitFields(value, shape.fields, place);
  if ('orNull' in shape) return value === null ? null : fitted(value, shape.orNull, place);
  if ('mayLack' in shape) return fitted(value, shape.mayLack, place);
  if ('oneOf' in shape) return fitOneOf(value, shape.oneOf, place);
  if ('list' in shape) {
    if (!Array.isArray(value)) throw new Misfit(place);
    return value.map((item, index) => fitted(item, shape.list, within(place, index)));
  }
  if (!isObject(value)) throw new Misfit(place);
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [key, fitted(item, shape.mapOf, within(place, key))]));
}

/** An unknown field does not fit either. To drop it without a word would lose something. */
function fitFields(value: unknown, fields: FieldShapes, place: Place): unknown {
  if (!isObject(value)) throw new Misfit(place);
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!shape) throw new Misfit(within(place, name));
    result[name] = fitted(value[name], shape, within(place, name));
  }
  for (const name in fields) {
    if (!Object.hasOwn(value, name) && !mayBeLacking(fields[name])) throw new Misfit(within(place, name));
  }
  return result;
}

function mayBeLacking(shape: Shape | undefined): boolean {
  return typeof shape === 'object' && 'mayLack' in shape;
}

/** The first shape that fits. Two shapes of one list never have the same fields. */
function fitOneOf(value: unknown, shapes: readonly Shape[], place: Place): unknown {
  for (const shape of shapes) {
    try {
      return fitted(value, shape, place);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
    }
  }
  throw new Misfit(place);
}

function fitSimple(value: unknown, shape: Extract<Shape, string>, place: Place): unknown {
  switch (shape) {
    case 'text':
      if (typeof value === 'string') return value;
      break;
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      break;
    case 'flag':
      if (typeof value === 'boolean') return value;
      break;
    case 'bytes':
      if (typeof value === 'string' && BASE64URL.test(value)) return fromBase64url(value);
      break;
    case 'json':
      return value;
  }
  throw new Misfit(place);
}
