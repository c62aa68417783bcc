/** Stories told as events: what a person does, what the worker answers, and what the inbox makes of it. */
import { describe, expect, it } from 'vitest';
import type { Nothing, Outcome } from '../../../../src/domain/outcome.ts';
import type { Refusal, RefusalCode } from '../../../../src/domain/refusal.ts';
import type { ArchivePreview, Carried, Preview, SealedArchive } from '../../../../src/peer-api.ts';
import {
  awaitsDecision,
  broughtAs,
  EMPTY_INBOX,
  type InboxEvent,
  type InboxItem,
  type InboxState,
  inboxAfter,
  onlyHere,
} from '../../../../src/ui/screens/exchange/inbox.ts';

const LONG = 'x'.repeat(70_000);

/** Opened by a person: it is still on the disk. */
const file = (name: string): InboxItem => ({ name, input: new File([name], name) });
/** Shared by another app, and reading it did not end the last time. */
const tried = (name: string): InboxItem => ({ ...shared(name), wasTried: true });
/** A part of `bytes` bytes. */
const part = (bytes: number): InboxItem => shared('x'.repeat(bytes));
/** Shared by another app, or cut out of a text: it is nowhere else. */
const shared = (name: string): InboxItem => ({ name, input: new Blob([name]) });

const preview = (id: number) => ({ kind: 'preview', id }) as Preview;
const archive = { kind: 'archive-preview', id: 1 } as ArchivePreview;
const sealed = { kind: 'sealed-archive' } as SealedArchive;
const carried = (dropId: string) => ({ kind: 'carried', dropId }) as Carried;
const done: Outcome = { kind: 'done', what: 'taken-in' };
const stopped: Nothing = { kind: 'nothing', why: 'stopped' };
const refused = (code: RefusalCode): Refusal => ({ kind: 'refused', code });

const bring = (...items: InboxItem[]): InboxEvent => ({ kind: 'files-brought', items });
const arrive = (...items: InboxItem[]): InboxEvent => ({ kind: 'items-arrived', items });
const write = (text: string): InboxEvent => ({ kind: 'text-written', text });
const readText = (text: string): InboxEvent => ({ kind: 'text-reading-began', text });
const readNext: InboxEvent = { kind: 'next-reading-began' };
const answer = (result: Extract<InboxEvent, { kind: 'reading-ended' }>['result']): InboxEvent => ({
  kind: 'reading-ended',
  result,
});
const split = (...parts: InboxItem[]): InboxEvent => ({ kind: 'reading-split', parts });
const fail: InboxEvent = { kind: 'reading-failed' };
const accept = (outcome: Outcome, reply: Carried | null = null): InboxEvent => ({
  kind: 'accepted',
  outcome,
  reply,
  to: 'Bob',
});
const discard = (outcome: Outcome | null = { kind: 'done', what: 'discarded' }): InboxEvent => ({
  kind: 'discarded',
  outcome,
});
const handshake: InboxEvent = { kind: 'handshake-made', carried: carried('handshake'), peerId: null };
const close: InboxEvent = { kind: 'current-closed' };
const dropWaiting: InboxEvent = { kind: 'waiting-dropped' };

interface Told {
  readonly state: InboxState;
  /** Names of what was settled, in order. */
  readonly settled: readonly string[];
  /** Whether the last event has the next item read. */
  readonly readNext: boolean;
}

function tell(...events: readonly InboxEvent[]): Told {
  const settled: string[] = [];
  let state = EMPTY_INBOX;
  let last = false;
  for (const event of events) {
    const step = inboxAfter(state, event);
    state = step.state;
    last = step.readNext;
    settled.push(...step.settled.map(({ name }) => name));
  }
  return { state, settled, readNext: last };
}

const namesOf = (items: readonly InboxItem[]) => items.map(({ name }) => name);
const waitingAfter = (...events: readonly InboxEvent[]) => namesOf(tell(...events).state.waiting);
/** What is shown, in a word: the id of a preview, the drop id of what is carried, or the kind. */
function shownIn({ current }: InboxState): number | string | null {
  if (current?.kind === 'preview') return current.preview.id;
  return current && 'carried' in current ? current.carried.dropId : (current?.kind ?? null);
}

describe('a text', () => {
  it('stays in the box until its preview is accepted, and leaves it then', () => {
    const read = [write('a payload'), readText('a payload'), answer(preview(1))];
    expect(tell(...read).state).toMatchObject({ draft: { text: 'a payload' }, reading: null });
    expect(shownIn(tell(...read).state)).toBe(1);
    const accepted = tell(...read, accept(done));
    expect(accepted.state).toEqual(EMPTY_INBOX);
    expect(accepted.readNext).toBe(false);
  });

  it('that was written meanwhile stays in the box', () => {
    const events = [write('first'), readText('first'), answer(preview(1)), write('second'), accept(done)];
    expect(tell(...events).state.draft).toEqual({ text: 'second', held: null });
  });

  it('that is too long for the box is held beside what is written, until it is read or dropped', () => {
    const both = [write(LONG), write('short')];
    expect(tell(...both).state.draft).toEqual({ text: 'short', held: LONG });
    expect(tell(...both, readText(LONG), answer(preview(1)), accept(done)).state.draft).toEqual({
      text: 'short',
      held: null,
    });
    expect(tell(...both, { kind: 'held-text-dropped' }).state.draft).toEqual({ text: 'short', held: null });
    expect(tell(...both, write(`${LONG}y`)).state.draft).toEqual({ text: '', held: `${LONG}y` });
  });

  it.for([
    ['not-json', refused('not-json')],
    ['store-failed', refused('store-failed')],
    ['a cancelled reading', stopped],
  ] as const)('stays in the box after %s', ([, result]) => {
    const { state, settled } = tell(write('hello'), readText('hello'), answer(result));
    expect(state).toEqual({ ...EMPTY_INBOX, draft: { text: 'hello', held: null } });
    expect(settled).toEqual([]);
  });

  it('whose reading fails by an unexpected error stays in the box', () => {
    expect(tell(write('hello'), readText('hello'), fail).state.draft.text).toBe('hello');
  });

  it('that is an archive leaves the box at once and is worked on as a file', async () => {
    const { state } = tell(write('an archive'), readText('an archive'), answer(archive));
    expect(state.draft.text).toBe('');
    expect(state.current).toMatchObject({ kind: 'archive', found: archive });
    expect(state.current?.kind === 'archive' && (await state.current.file.text())).toBe('an archive');
  });

  it('that is an archive waits again if something else takes its place, and is only here until then', async () => {
    const pasted = [write('an archive'), readText('an archive'), answer(archive)];
    const kept = (...events: InboxEvent[]) => new Blob([...onlyHere(tell(...events).state)]).text();
    expect(await kept(...pasted)).toBe('an archive');
    for (const other of [handshake, readText('a handshake')]) {
      expect(waitingAfter(...pasted, other)).toEqual(['archive.txt']);
      expect(await kept(...pasted, other)).toBe('an archive');
    }
    const again = [...pasted, handshake, readNext, answer(archive)];
    expect(tell(...again).state.current).toMatchObject({ kind: 'archive', found: archive });
    expect(await kept(...again, close)).toBe('');
  });
});

describe('several files', () => {
  const three = [bring(file('a'), file('b'), file('c')), readNext, answer(preview(1))];

  it('are read one after the other', () => {
    expect(tell(bring(file('a'), file('b'))).readNext).toBe(true);
    expect(waitingAfter(...three)).toEqual(['b', 'c']);
    const accepted = tell(...three, accept(done));
    expect(accepted).toMatchObject({ settled: ['a'], readNext: true });
    expect(shownIn(accepted.state)).toBeNull();
    expect(tell(...three, accept(done), readNext).state).toMatchObject({ reading: { name: 'b' } });
  });

  it('wait behind those that were brought before', () => {
    const more = tell(...three, bring(file('d')));
    expect(namesOf(more.state.waiting)).toEqual(['b', 'c', 'd']);
    expect(more.readNext).toBe(false);
    expect(shownIn(more.state)).toBe(1);
  });

  it('that are brought while a single one is shown are read at once', () => {
    const one = [bring(file('a')), readNext, answer(preview(1))];
    expect(tell(...one, bring(file('b'))).readNext).toBe(true);
    const { state, settled } = tell(...one, bring(file('b')), readNext, answer(preview(2)));
    expect(shownIn(state)).toBe(2);
    // The file that gave way is still on the disk.
    expect(state.waiting).toEqual([]);
    expect(settled).toEqual([]);
  });

  it('none of them is nothing to read', () => {
    expect(tell(bring())).toEqual({ state: EMPTY_INBOX, settled: [], readNext: false });
    expect(tell(readNext).state).toEqual(EMPTY_INBOX);
  });

  it('that are refused are settled, and the next one is not read before the person has seen why', () => {
    const {
      state,
      settled,
      readNext: goesOn,
    } = tell(bring(file('a'), file('b')), readNext, answer(refused('not-json')));
    expect(settled).toEqual(['a']);
    expect(namesOf(state.waiting)).toEqual(['b']);
    expect(goesOn).toBe(false);
  });

  it('can all be dropped: what is shown stays', () => {
    const { state, settled } = tell(...three, dropWaiting);
    expect(settled).toEqual(['b', 'c']);
    expect(state.waiting).toEqual([]);
    expect(shownIn(state)).toBe(1);
  });
});

describe('what is nowhere else', () => {
  it.for(['store-unavailable', 'store-newer', 'store-failed', 'store-full', 'worker-died', 'unexpected'] as const)(
    'waits first again after %s',
    (code) => {
      const { state, settled } = tell(arrive(shared('a'), shared('b')), readNext, answer(refused(code)));
      expect(namesOf(state.waiting)).toEqual(['a', 'b']);
      expect(state.reading).toBeNull();
      expect(settled).toEqual([]);
    },
  );

  it('waits first again if reading it was cancelled, or failed by an unexpected error', () => {
    expect(waitingAfter(arrive(shared('a'), shared('b')), readNext, answer(stopped))).toEqual(['a', 'b']);
    expect(waitingAfter(arrive(shared('a'), shared('b')), readNext, fail)).toEqual(['a', 'b']);
  });

  it('does not wait again if it is a file on the disk', () => {
    expect(waitingAfter(bring(file('a'), file('b')), readNext, answer(refused('store-failed')))).toEqual(['b']);
    expect(waitingAfter(bring(file('a'), file('b')), readNext, answer(stopped))).toEqual(['b']);
    expect(waitingAfter(bring(file('a'), file('b')), readNext, fail)).toEqual(['b']);
  });

  it('waits again if something else takes its place before it is decided', () => {
    const shown = [arrive(shared('a'), shared('b')), readNext, answer(preview(1))];
    expect(waitingAfter(...shown, handshake)).toEqual(['a', 'b']);
    expect(waitingAfter(...shown, readText('pasted'))).toEqual(['a', 'b']);
    // An archive leaves the button for the next one free.
    const opened = [arrive(shared('a'), shared('b')), readNext, answer(sealed), readNext];
    expect(waitingAfter(...opened)).toEqual(['a']);
    expect(waitingAfter(...opened, answer(refused('worker-died')))).toEqual(['b', 'a']);
  });

  it('is listed as only here, and a file is not', async () => {
    const events = [
      write(LONG),
      write('short'),
      arrive(shared('a'), file('b'), shared('c')),
      readNext,
      answer(preview(1)),
    ];
    const listed = onlyHere(tell(...events).state);
    expect(await Promise.all(listed.map((one) => (typeof one === 'string' ? one : one.text())))).toEqual([
      'short',
      LONG,
      'a',
      'c',
    ]);
    const reading = tell(arrive(shared('a')), readNext).state;
    expect(reading.waiting).toEqual([]);
    expect(onlyHere(reading)).toHaveLength(1);
  });
});

describe('several documents in one text', () => {
  it('take the place of the text: it leaves the box, and the first of them is read', () => {
    const {
      state,
      settled,
      readNext: goesOn,
    } = tell(write('two documents'), readText('two documents'), split(shared('1 of 2'), shared('2 of 2')));
    expect(state.draft.text).toBe('');
    expect(namesOf(state.waiting)).toEqual(['1 of 2', '2 of 2']);
    expect(settled).toEqual([]);
    expect(goesOn).toBe(true);
  });
});

describe('several documents in one file', () => {
  const halves = [arrive(shared('chat'), shared('next')), readNext, split(shared('1 of 2'), shared('2 of 2'))];
  const firstShown = [...halves, readNext, answer(preview(1))];

  it('stand before what waited already', () => {
    expect(waitingAfter(...halves)).toEqual(['1 of 2', '2 of 2', 'next']);
  });

  it('settle it after the second decision', () => {
    expect(tell(...firstShown, accept(done)).settled).toEqual(['1 of 2']);
    expect(tell(...firstShown, accept(done), readNext, answer(preview(2)), discard()).settled).toEqual([
      '1 of 2',
      '2 of 2',
      'chat',
    ]);
  });

  it('settle it if the last of them is refused', () => {
    const { settled } = tell(...firstShown, accept(done), readNext, answer(refused('cut-off')));
    expect(settled).toEqual(['1 of 2', '2 of 2', 'chat']);
  });

  it('do not settle it while one of them waits again', () => {
    const back = [...firstShown, accept(done), readNext, answer(refused('store-full'))];
    expect(tell(...back).settled).toEqual(['1 of 2']);
    expect(waitingAfter(...back)).toEqual(['2 of 2', 'next']);
    expect(tell(...back, dropWaiting).settled).toEqual(['1 of 2', '2 of 2', 'chat', 'next']);
  });

  it('settle it once, and not before the one that is shown is decided, if the others are dropped', () => {
    const dropped = [...firstShown, dropWaiting];
    expect(tell(...dropped).settled).toEqual(['2 of 2', 'next']);
    expect(tell(...dropped, discard()).settled).toEqual(['2 of 2', 'next', '1 of 2', 'chat']);
    expect(tell(...halves, dropWaiting).settled).toEqual(['1 of 2', 'chat', '2 of 2', 'next']);
  });

  it('can hold several themselves: it is settled after the last of all', () => {
    const nested = [...halves, readNext, split(shared('1a'), shared('1b'))];
    expect(waitingAfter(...nested)).toEqual(['1a', '1b', '2 of 2', 'next']);
    const dropped = [...nested, readNext, answer(preview(1)), dropWaiting];
    expect(tell(...dropped).settled).toEqual(['1b', '2 of 2', 'next']);
    expect(tell(...dropped, discard()).settled).toEqual(['1b', '2 of 2', 'next', '1a', '1 of 2', 'chat']);
    const toEnd = [readNext, answer(preview(1)), accept(done), readNext, answer(preview(2)), accept(done)];
    expect(tell(...nested, ...toEnd).settled).toEqual(['1a', '1b', '1 of 2']);
    expect(tell(...nested, ...toEnd, readNext, answer(refused('not-json'))).settled).toEqual([
      '1a',
      '1b',
      '1 of 2',
      '2 of 2',
      'chat',
    ]);
  });
});

describe('parts that are not smaller than what was split', () => {
  it.for([
    ['one that is the whole', [3]],
    ['one that is larger', [4]],
    ['one of two', [1, 3]],
    ['none at all', []],
  ] as const)('are not read: %s', ([, sizes]) => {
    const parts = sizes.map(part);
    const text = tell(write('abc'), readText('abc'), split(...parts));
    expect(text).toEqual({
      state: { ...EMPTY_INBOX, draft: { text: 'abc', held: null } },
      settled: [],
      readNext: false,
    });
    const [smaller, other] = [part(3), part(2)];
    const inside = [arrive(shared('chat')), readNext, split(smaller, other), readNext, split(...parts)];
    expect(tell(...inside)).toMatchObject({ settled: ['xxx'], readNext: false });
    expect(waitingAfter(...inside)).toEqual(['xx']);
  });

  it('are read if they come out of a file, which may be packed; their own parts are not', () => {
    const packed = [bring(file('gz')), readNext, split(part(9))];
    expect(tell(...packed).readNext).toBe(true);
    expect(tell(...packed, readNext, split(part(9)))).toMatchObject({
      settled: ['x'.repeat(9), 'gz'],
      readNext: false,
    });
  });

  it('end the reading, whatever the worker answers', () => {
    let { state, readNext: goesOn } = tell(arrive(shared('a')), readNext, split(part(50)));
    let readings = 1;
    for (; goesOn; readings++) {
      const { size } = state.waiting[0]?.input ?? { size: 0 };
      state = inboxAfter(state, readNext).state;
      ({ state, readNext: goesOn } = inboxAfter(state, split(part(size - (readings % 2)))));
    }
    expect(readings).toBe(3);
  });
});

describe('a shared item that was being read when its page went away', () => {
  it('waits, and is read only if a person says so', () => {
    expect(tell(arrive(tried('a'))).readNext).toBe(false);
    expect(tell(arrive(tried('a')), readNext).state).toMatchObject({ reading: { name: 'a' } });
    expect(tell(arrive(tried('a')), dropWaiting)).toEqual({ state: EMPTY_INBOX, settled: ['a'], readNext: false });
  });

  it('is not read by itself after another one was decided', () => {
    const shown = [arrive(shared('a'), tried('b')), readNext, answer(preview(1))];
    expect(tell(arrive(shared('a'), tried('b'))).readNext).toBe(true);
    expect(tell(...shown, accept(done))).toMatchObject({ settled: ['a'], readNext: false });
    expect(waitingAfter(...shown, accept(done))).toEqual(['b']);
  });

  it('is marked as a whole while a part of it is read', () => {
    const { state } = tell(arrive(shared('chat')), readNext, split(shared('1'), shared('2')), readNext, split(part(0)));
    expect(state.waiting.map((item) => broughtAs(item).name)).toEqual(['chat', 'chat']);
    expect(broughtAs(shared('alone')).name).toBe('alone');
  });
});

describe('a decision', () => {
  const shown = [arrive(shared('a'), shared('b')), readNext, answer(preview(1))];

  it('with a reply: the reply is carried before the next file is read', () => {
    const replied = tell(...shown, accept(done, carried('reply')));
    expect(replied.state.current).toEqual({ kind: 'reply', carried: carried('reply'), to: 'Bob' });
    expect(replied).toMatchObject({ settled: ['a'], readNext: false });
    expect(namesOf(replied.state.waiting)).toEqual(['b']);
    const closed = tell(...shown, accept(done, carried('reply')), close);
    expect(closed).toMatchObject({ settled: ['a'], readNext: true });
    expect(shownIn(closed.state)).toBeNull();
  });

  it.for([
    ['store-full', refused('store-full')],
    ['worker-died', refused('worker-died')],
    ['a cancelled accept', stopped],
  ] as const)('to accept can be made again after %s', ([, outcome]) => {
    const again = tell(...shown, accept(outcome));
    expect(shownIn(again.state)).toBe(1);
    expect(again).toMatchObject({ settled: [], readNext: false });
  });

  it('on a preview that died with its worker: it waits to be read again', () => {
    const gone = tell(...shown, accept(refused('preview-gone')));
    expect(shownIn(gone.state)).toBeNull();
    expect(namesOf(gone.state.waiting)).toEqual(['a', 'b']);
    expect(gone).toMatchObject({ settled: [], readNext: false });
    const text = [write('hello'), readText('hello'), answer(preview(1)), accept(refused('preview-gone'))];
    expect(tell(...text).state).toEqual({ ...EMPTY_INBOX, draft: { text: 'hello', held: null } });
  });

  it('that nothing comes of is a decision too', () => {
    const known = tell(...shown, accept({ kind: 'nothing', why: 'already-here' }));
    expect(known).toMatchObject({ settled: ['a'], readNext: true });
  });

  it('to discard settles it, with something to tell or without; a refusal leaves it shown', () => {
    expect(tell(...shown, discard())).toMatchObject({ settled: ['a'], readNext: true });
    expect(tell(...shown, discard(null))).toMatchObject({ settled: ['a'], readNext: true });
    const kept = tell(...shown, discard(refused('store-failed')));
    expect(shownIn(kept.state)).toBe(1);
    expect(kept).toMatchObject({ settled: [], readNext: false });
  });

  it('on an archive is made by closing it', () => {
    const opened = [arrive(shared('a'), shared('b')), readNext, answer(archive)];
    expect(awaitsDecision(tell(...opened).state)).toBe(true);
    expect(tell(...opened).settled).toEqual([]);
    expect(tell(...opened, close)).toMatchObject({ settled: ['a'], readNext: true, state: { current: null } });
  });

  it('on a preview is never made by closing something else late', () => {
    expect(shownIn(tell(...shown, close).state)).toBe(1);
  });

  it('is awaited by a preview and by an archive, not by a handshake or a reply', () => {
    expect(awaitsDecision(EMPTY_INBOX)).toBe(false);
    expect(awaitsDecision(tell(...shown).state)).toBe(true);
    expect(awaitsDecision(tell(handshake).state)).toBe(false);
    expect(awaitsDecision(tell(...shown, accept(done, carried('reply'))).state)).toBe(false);
  });
});

describe('an arrival', () => {
  it('is read at once if nothing is shown and nothing waits', () => {
    expect(tell(arrive(shared('a'))).readNext).toBe(true);
    expect(tell(arrive()).readNext).toBe(false);
  });

  it('waits behind what is shown, be it a preview or a handshake', () => {
    for (const before of [[bring(file('a')), readNext, answer(preview(1))], [handshake]]) {
      const later = tell(...before, arrive(shared('b')));
      expect(later.readNext).toBe(false);
      expect(shownIn(later.state)).toBe(shownIn(tell(...before).state));
      expect(namesOf(later.state.waiting)).toEqual(['b']);
    }
  });

  it('waits behind what waits', () => {
    const later = tell(bring(file('a'), file('b')), readNext, answer(refused('not-json')), arrive(shared('c')));
    expect(later.readNext).toBe(false);
    expect(namesOf(later.state.waiting)).toEqual(['b', 'c']);
  });
});

describe('a handshake or a reply', () => {
  it('stays while something is read, and gives way to its preview', () => {
    const reading = [handshake, bring(file('a')), readNext];
    expect(shownIn(tell(...reading).state)).toBe('handshake');
    expect(shownIn(tell(...reading, answer(refused('not-json'))).state)).toBe('handshake');
    expect(shownIn(tell(...reading, answer(preview(1))).state)).toBe(1);
  });

  it('has what waits read when it is closed', () => {
    expect(tell(handshake, close)).toEqual({ state: EMPTY_INBOX, settled: [], readNext: false });
    expect(tell(handshake, arrive(shared('a')), close).readNext).toBe(true);
  });
});

describe('an answer to a reading that nobody began', () => {
  it.for([answer(preview(1)), split(shared('1 of 2')), fail])('changes nothing: $kind', (event) => {
    expect(tell(event)).toEqual({ state: EMPTY_INBOX, settled: [], readNext: false });
  });
});
