import { describe, expect, test } from 'vitest';
import { isObject } from '../../src/domain/is-object.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { Fields, nameOfType } from '../../src/wire/fields.ts';

const fieldsOf = (object: object, place = '/a') => new Fields(object as Record<string, unknown>, place);

describe('a missing field and a null field read as the zero value', () => {
  test.for<[string, (fields: Fields) => unknown, unknown]>([
    ['text', (fields) => fields.text('x'), ''],
    ['content', (fields) => fields.content('x'), ''],
    ['integer', (fields) => fields.integer('x'), 0],
    ['flag', (fields) => fields.flag('x'), false],
    ['time', (fields) => fields.time('x'), '0001-01-01T00:00:00Z'],
    ['texts', (fields) => fields.texts('x', 1), []],
    ['list', (fields) => fields.list('x', 1, () => 1), []],
    ['object', (fields) => fields.object('x'), null],
  ])('%s', ([, read, zero]) => {
    for (const object of [{}, { x: null }]) {
      const fields = fieldsOf(object);
      expect(read(fields)).toEqual(zero);
      expect(fields.refusal).toBeNull();
    }
  });
});

test('only the first problem is remembered, and a field with a problem reads as the zero value', () => {
  const fields = fieldsOf({ a: 1, b: 2, c: 'c' });
  expect([fields.text('a'), fields.text('b'), fields.text('c')]).toEqual(['', '', 'c']);
  expect(fields.refusal).toMatchObject({ code: 'wrong-type', place: '/a/a', found: 'number', wanted: 'text' });
});

test('a list stops at its first bad row, and a list that is too long is not read', () => {
  const seen: string[] = [];
  const read = (row: Fields) => seen.push(row.text('id'));
  const fields = fieldsOf({ rows: [{ id: 'a' }, { id: 1 }, { id: 'c' }] });
  fields.list('rows', 3, read);
  atOnce(fields.readRows());
  expect([seen, fields.refusal?.place]).toEqual([['a', ''], '/a/rows/1/id']);
  const long = fieldsOf({ rows: [{ id: 'a' }, { id: 'b' }] });
  expect(long.list('rows', 1, read)).toEqual([]);
  atOnce(long.readRows());
  expect([seen.length, long.refusal?.code]).toEqual([2, 'too-many']);
});

test('a row that is not an object is refused at its place', () => {
  for (const row of [null, 1, 'x', [], true]) {
    const fields = fieldsOf({ rows: [{}, row] }, '');
    const rows = fields.list('rows', 9, () => 1);
    atOnce(fields.readRows());
    expect(rows).toEqual([1]);
    expect(fields.refusal).toMatchObject({
      code: 'wrong-type',
      place: '/rows/1',
      found: nameOfType(row),
      wanted: 'object',
    });
  }
});

test('a problem inside a nested object is that of the document, if it is the first one', () => {
  const fields = fieldsOf({ inner: { x: 1 }, y: 2 }, '');
  fields.object('inner')?.text('x');
  expect(fields.refusal?.place).toBe('/inner/x');
  const before = fieldsOf({ inner: { x: 1 }, y: 2 }, '');
  before.text('y');
  before.object('inner')?.text('x');
  expect(before.refusal?.place).toBe('/y');
});

test('a required field that is missing, null or empty is refused', () => {
  for (const object of [{}, { x: null }, { x: '' }]) {
    const fields = fieldsOf(object);
    expect(fields.required('x')).toBe('');
    expect(fields.refusal).toMatchObject({ code: 'missing-field', place: '/a/x', found: 'x' });
  }
});

test('of a bad time only the beginning is shown', () => {
  const fields = fieldsOf({ x: 'z'.repeat(400) });
  fields.time('x');
  expect(fields.refusal).toEqual({
    kind: 'refused',
    code: 'bad-time',
    place: '/a/x',
    found: 'z'.repeat(40),
    wanted: 'RFC 3339',
  });
});

test('unknown fields are those that are not among the known ones', () => {
  const known = new Set(['a']);
  expect(fieldsOf({ a: 1 }).unknown(known)).toBeUndefined();
  expect(fieldsOf({ a: 1, b: null }).unknown(known)).toEqual({ b: null });
});

test.for<[unknown, string, boolean]>([
  [null, 'null', false],
  [[], 'list', false],
  [{}, 'object', true],
  ['', 'text', false],
  [0, 'number', false],
  [false, 'true or false', false],
])('the type of %j is called %s', ([value, name, object]) => {
  expect([nameOfType(value), isObject(value)]).toEqual([name, object]);
});
