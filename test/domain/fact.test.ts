import { describe, expect, test } from 'vitest';
import { authorOf, checkDraft, type FactDraft, isCarried, type StoredFact } from '../../src/domain/fact.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { aFact } from './a-fact.ts';

const STORED: StoredFact = {
  fact: aFact({ level: 1 }),
  seq: 1,
  stale: false,
  archived: false,
  origin: { peerId: 'peer_bob', dropId: 'd', at: 0 },
  editedAt: null,
};

describe('whether a fact may go to a peer', () => {
  test.for<[string, boolean, Partial<StoredFact>]>([
    ['a project fact', true, { fact: aFact({ level: 0 }) }],
    ['a domain fact', true, {}],
    ['a module fact', false, { fact: aFact({ level: 2 }) }],
    ['a snippet', false, { fact: aFact({ level: 3 }) }],
    ['a stale fact', false, { stale: true }],
    ['an archived fact', false, { archived: true }],
    ['an edited fact', true, { editedAt: 5 }],
  ])('%s: %s', ([, carried, change]) => {
    expect(isCarried({ ...STORED, ...change })).toBe(carried);
  });
});

test('the author of a fact is the peer it came from, until a person edits it here', () => {
  expect(authorOf(STORED)).toBe('peer_bob');
  expect(authorOf({ ...STORED, editedAt: 5 })).toBeNull();
  expect(authorOf({ ...STORED, origin: { peerId: null, dropId: null, at: 0 } })).toBeNull();
});

const DRAFT: FactDraft = { content: 'c', level: 1, domain: '', module: '' };
const MIB = 'x'.repeat(LIMITS.contentBytes);

describe('a draft passes', () => {
  test.for<[string, Partial<FactDraft>]>([
    ['one letter', {}],
    ['the longest content', { content: MIB }],
    ['the longest content, in letters of two bytes', { content: 'я'.repeat(LIMITS.contentBytes / 2) }],
    ['the longest words', { domain: 'd'.repeat(LIMITS.word), module: 'm'.repeat(LIMITS.word) }],
    ['level 0', { level: 0 }],
    ['level 3', { level: 3 }],
  ])('%s', ([, change]) => {
    expect(checkDraft({ ...DRAFT, ...change })).toBeNull();
  });
});

describe('a draft is refused', () => {
  test.for<[string, Partial<FactDraft>, object]>([
    ['no content', { content: '' }, { code: 'empty-content', place: '/content' }],
    ['only space', { content: ' \n\u00a0' }, { code: 'empty-content', place: '/content' }],
    [
      'a byte too much',
      { content: `${MIB}x` },
      { code: 'too-long', place: '/content', found: '1048577', wanted: '1048576' },
    ],
    ['two bytes in the last letter', { content: `${MIB.slice(1)}я` }, { code: 'too-long', found: '1048577' }],
    ['a long domain', { domain: 'd'.repeat(513) }, { code: 'too-long', place: '/domain', found: '513', wanted: '512' }],
    ['a long module', { module: 'd'.repeat(513) }, { code: 'too-long', place: '/module' }],
    ['level 4', { level: 4 }, { code: 'level-out-of-range', place: '/level', found: '4' }],
    ['level -1', { level: -1 }, { code: 'level-out-of-range' }],
    ['level 0.5', { level: 0.5 }, { code: 'level-out-of-range' }],
    ['level NaN', { level: Number.NaN }, { code: 'level-out-of-range' }],
  ])('%s', ([, change, refusal]) => {
    expect(checkDraft({ ...DRAFT, ...change })).toMatchObject({ kind: 'refused', ...refusal });
  });
});
