/**
 * The inbox of the Exchange screen: what a person brought and has not dealt with. One thing of it is the current one.
 * Pure: an event gives a new state and says what to do next. It does nothing by itself; use-inbox.ts does.
 */
import { utf8Length } from '../../../domain/bytes.ts';
import type { Nothing, Outcome } from '../../../domain/outcome.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import type { ArchivePreview, Carried, Preview, SealedArchive } from '../../../peer-api.ts';
import { EMPTY_DRAFT, type PayloadDraft, withoutText, withText } from './payload-draft.ts';

export interface InboxState {
  readonly draft: PayloadDraft;
  /** What the screen shows now. */
  readonly current: Current | null;
  /** What is being read. An item is in no other place of the inbox meanwhile. */
  readonly reading: Source | null;
  /** What is to be read, in this order. */
  readonly waiting: readonly InboxItem[];
}

export type Current =
  | { readonly kind: 'preview'; readonly preview: Preview; readonly source: Source }
  | {
      readonly kind: 'archive';
      readonly file: Blob;
      readonly found: ArchivePreview | SealedArchive;
      readonly source: Source;
    }
  /** `peerId`: null if it is for whoever answers. */
  | { readonly kind: 'handshake'; readonly carried: Carried; readonly peerId: string | null }
  | { readonly kind: 'reply'; readonly carried: Carried; readonly to: string };

/** What something is read from: the text of the Payload box, or an item that waited. */
export type Source = string | InboxItem;

export interface InboxItem {
  readonly name: string;
  readonly input: Blob;
  /** The item that held several documents, if this is one of them. */
  readonly partOf?: InboxItem;
  /** It was shared, and reading it began and did not end: the page went away. It is read only if the person says so. */
  readonly wasTried?: boolean;
  /** Called before the item or a part of it is read, and when that has ended. Resolves once that is stored. */
  readonly onReading?: (isBeingRead: boolean) => Promise<void>;
  /** Called when the item is settled, if a copy of it is stored until then. */
  readonly onSettled?: () => void;
}

export type InboxEvent =
  | { readonly kind: 'text-written'; readonly text: string }
  /** The person does not want the long text to be read. */
  | { readonly kind: 'held-text-dropped' }
  | { readonly kind: 'files-brought'; readonly items: readonly InboxItem[] }
  /** Shared by another app or opened by the system, without a gesture on this page. */
  | { readonly kind: 'items-arrived'; readonly items: readonly InboxItem[] }
  /** The person does not want the waiting items to be read. */
  | { readonly kind: 'waiting-dropped' }
  | { readonly kind: 'text-reading-began'; readonly text: string }
  /** The first item that waits is taken out and read. */
  | { readonly kind: 'next-reading-began' }
  | { readonly kind: 'reading-ended'; readonly result: ReadResult }
  /** What was read holds several documents. Each of them is to be read, if that leads on. */
  | { readonly kind: 'reading-split'; readonly parts: readonly InboxItem[] }
  /** Reading threw an error that nobody expected. */
  | { readonly kind: 'reading-failed' }
  /** `reply`: what goes back to `to`, or null. */
  | { readonly kind: 'accepted'; readonly outcome: Outcome; readonly reply: Carried | null; readonly to: string }
  /** `outcome`: null if there was nothing to tell. */
  | { readonly kind: 'discarded'; readonly outcome: Outcome | null }
  | { readonly kind: 'handshake-made'; readonly carried: Carried; readonly peerId: string | null }
  /** The person closed a handshake, a reply or an archive. */
  | { readonly kind: 'current-closed' };

/** `nothing`: the person stopped it. */
export type ReadResult = Preview | ArchivePreview | SealedArchive | Refusal | Nothing;

export interface InboxStep {
  readonly state: InboxState;
  /** Items that are dealt with. */
  readonly settled: readonly InboxItem[];
  /** Whether the first item that waits is to be read now. */
  readonly readNext: boolean;
}

export const EMPTY_INBOX: InboxState = { draft: EMPTY_DRAFT, current: null, reading: null, waiting: [] };

export function inboxAfter(state: InboxState, event: InboxEvent): InboxStep {
  const { draft, current, reading, waiting } = state;
  switch (event.kind) {
    case 'text-written':
      return step({ ...state, draft: withText(draft, event.text) });
    case 'held-text-dropped':
      return step({ ...state, draft: { ...draft, held: null } });
    case 'files-brought':
      return add(state, event.items, waiting.length === 0);
    case 'items-arrived':
      // It pushes nothing aside.
      return add(state, event.items, waiting.length === 0 && current === null && goesOnByItself(event.items));
    case 'waiting-dropped':
      return settle({ ...state, waiting: [] }, ...waiting);
    case 'text-reading-began':
      return step({ ...setAside(state), reading: event.text });
    case 'next-reading-began': {
      const [next, ...rest] = waiting;
      return step(next ? { ...setAside({ ...state, waiting: rest }), reading: next } : state);
    }
    case 'reading-ended':
      return reading === null ? step(state) : afterReading({ ...state, reading: null }, reading, event.result);
    case 'reading-split':
      return reading === null ? step(state) : afterSplit({ ...state, reading: null }, reading, event.parts);
    case 'reading-failed':
      return step(reading === null ? state : putBack({ ...state, reading: null }, reading));
    case 'accepted':
      return afterAccept(state, event.outcome, event.reply && { kind: 'reply', carried: event.reply, to: event.to });
    case 'discarded':
      return event.outcome?.kind === 'refused' ? step(state) : replaceCurrent(state, null);
    case 'handshake-made':
      return step({ ...setAside(state), current: { kind: 'handshake', carried: event.carried, peerId: event.peerId } });
    case 'current-closed':
      // A panel that is gone may still close itself when its work ends. A preview is decided on, never closed.
      return current?.kind === 'preview' ? step(state) : replaceCurrent(state, null);
  }
}

/** Whether something is shown that a person has to decide on. */
export function awaitsDecision({ current }: InboxState): boolean {
  return sourceOf(current) !== null;
}

/** All that would be lost with this page. */
export function onlyHere(state: InboxState): readonly (string | Blob)[] {
  const { text, held } = state.draft;
  const texts = [text, held ?? ''].filter((one) => one !== '');
  const items = unsettledItems(state).filter(isOnlyHere);
  return [...texts, ...items.map(({ input }) => input)];
}

function step(state: InboxState): InboxStep {
  return { state, settled: [], readNext: false };
}

function add(state: InboxState, items: readonly InboxItem[], mayRead: boolean): InboxStep {
  const added = step({ ...state, waiting: [...state.waiting, ...items] });
  return { ...added, readNext: mayRead && items.length > 0 };
}

function afterReading(state: InboxState, source: Source, result: ReadResult): InboxStep {
  switch (result.kind) {
    case 'preview':
      return step({ ...state, current: { kind: 'preview', preview: result, source } });
    case 'archive-preview':
    case 'sealed-archive': {
      // An archive is worked on as a file: its text does not belong into a box.
      const item = typeof source === 'string' ? { name: 'archive.txt', input: new Blob([source]) } : source;
      const current: Current = { kind: 'archive', file: item.input, found: result, source: item };
      const shown: InboxState = { ...state, current };
      return typeof source === 'string' ? settle(shown, source) : step(shown);
    }
    case 'nothing':
      return step(putBack(state, source));
    case 'refused':
      if (isOurTrouble(result)) return step(putBack(state, source));
      // A text stays in the box, where it can be mended.
      return typeof source === 'string' ? step(state) : settle(state, source);
  }
}

/** The parts wait in its place. A text is settled by that, an item only when all its parts are. */
function afterSplit(state: InboxState, source: Source, parts: readonly InboxItem[]): InboxStep {
  if (!leadsOn(source, parts)) return afterReading(state, source, refuse('two-documents'));
  const isText = typeof source === 'string';
  const items = isText ? parts : parts.map((part) => ({ ...part, partOf: source }));
  const split: InboxState = { ...state, waiting: [...items, ...state.waiting] };
  return { ...(isText ? settle(split, source) : step(split)), readNext: true };
}

/**
 * Whether each part is smaller than its whole, so that reading parts of parts comes to an end. A file may be packed, so
 * its size says nothing of its parts; theirs says something of the parts that follow.
 */
function leadsOn(source: Source, parts: readonly InboxItem[]): boolean {
  const whole =
    typeof source === 'string' ? utf8Length(source) : source.partOf ? source.input.size : Number.POSITIVE_INFINITY;
  return parts.length > 0 && parts.every(({ input }) => input.size < whole);
}

function afterAccept(state: InboxState, outcome: Outcome, reply: Current | null): InboxStep {
  // The worker that held the preview is gone: it has to be read again.
  if (outcome.kind === 'refused' && outcome.code === 'preview-gone') return step(setAside(state));
  // The preview stays, so that the person can try again.
  if (outcome.kind === 'refused' || (outcome.kind === 'nothing' && outcome.why === 'stopped')) return step(state);
  return replaceCurrent(state, reply);
}

/** The person has decided on what was shown. A reply is carried before anything else is read. */
function replaceCurrent(state: InboxState, next: Current | null): InboxStep {
  const source = sourceOf(state.current);
  const replaced: InboxState = { ...state, current: next };
  const readNext = next === null && goesOnByItself(state.waiting);
  return { ...(source === null ? step(replaced) : settle(replaced, source)), readNext };
}

function goesOnByItself([first]: readonly InboxItem[]): boolean {
  return first !== undefined && !first.wasTried;
}

/** Makes room for something else. What nobody has decided on waits again; a reply or a handshake stays until then. */
function setAside(state: InboxState): InboxState {
  const source = sourceOf(state.current);
  return source === null ? state : putBack({ ...state, current: null }, source);
}

/** To be read first when reading goes on. A file can be opened again, and a text is still in the box. */
function putBack(state: InboxState, source: Source): InboxState {
  if (typeof source === 'string' || !isOnlyHere(source)) return state;
  return { ...state, waiting: [source, ...state.waiting] };
}

/**
 * `sources` are dealt with; the state does not hold those items any more. A text leaves the box, unless another one was
 * written meanwhile. An item that was split is settled after the last of its parts.
 */
function settle(state: InboxState, ...sources: readonly Source[]): InboxStep {
  const texts = sources.filter((source) => typeof source === 'string');
  const items = new Set(sources.filter((source) => typeof source === 'object').flatMap(withWholes));
  const unsettled = new Set(unsettledItems(state).flatMap(withWholes));
  return {
    state: { ...state, draft: texts.reduce(withoutText, state.draft) },
    settled: [...items].filter((item) => !unsettled.has(item)),
    readNext: false,
  };
}

/** The item, the item that it is a part of, and so on. */
function withWholes(item: InboxItem): readonly InboxItem[] {
  return item.partOf ? [item, ...withWholes(item.partOf)] : [item];
}

/** The item as it was brought, if this is a part of it. */
export function broughtAs(item: InboxItem): InboxItem {
  return item.partOf ? broughtAs(item.partOf) : item;
}

function unsettledItems({ current, reading, waiting }: InboxState): readonly InboxItem[] {
  return [sourceOf(current), reading, ...waiting].filter((source) => typeof source === 'object' && source !== null);
}

/** What a preview or an archive was read from; null if nothing is to be decided. */
function sourceOf(current: Current | null): Source | null {
  return current?.kind === 'preview' || current?.kind === 'archive' ? current.source : null;
}

/** A file is still where it was opened; a part of a text or a shared item is not. */
function isOnlyHere({ input }: InboxItem): boolean {
  return !(input instanceof File);
}

/** Refused, but not because of what was read: reading it again may succeed. */
function isOurTrouble({ code }: Refusal): boolean {
  return code.startsWith('store-') || code === 'worker-died' || code === 'unexpected';
}
