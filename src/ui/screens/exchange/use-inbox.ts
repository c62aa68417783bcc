/** What lies on the desk of the Exchange screen. It outlives a visit to another screen, and a memory that can not be opened. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { pasteText } from '../../../carry/clipboard.ts';
import { type Brought, listenForDrops } from '../../../carry/incoming.ts';
import { outcomeOf } from '../../../domain/outcome.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { ArchivePreview, Carried, Preview, SealedArchive } from '../../../peer-api.ts';
import type { Notice } from '../../hooks/notice.ts';
import { useSession } from '../../hooks/session.ts';
import { useUnsavedWork } from '../../hooks/unsaved-work.ts';
import { type Act, useAct } from '../../hooks/use-act.ts';
import { focusHeading } from '../../hooks/use-focus.ts';
import { type PageJob, useJob } from '../../hooks/use-job.ts';
import { useWords } from '../../words/words.ts';
import { useQueue, type Waiting } from './inbox.ts';
import { EMPTY_DRAFT, firstOf, isEmpty, type PayloadDraft, without, withText } from './payload-draft.ts';
import { useArrivals } from './use-arrivals.ts';

/** The one thing that is to be dealt with now. */
export type OnTable =
  | { readonly kind: 'preview'; readonly preview: Preview; readonly source: Source }
  | {
      readonly kind: 'archive';
      readonly file: Blob;
      readonly found: ArchivePreview | SealedArchive;
      readonly source: Source;
    }
  | { readonly kind: 'handshake'; readonly carried: Carried; readonly peerId: string | null }
  | { readonly kind: 'reply'; readonly carried: Carried; readonly to: string };

/** Where it was read from: the text of the Payload box, which is emptied when that is dealt with, or one of those that wait. */
type Source = string | Waiting;

export interface Desk {
  readonly draft: PayloadDraft;
  /** What would be lost with this page. */
  readonly onlyHere: readonly (string | Blob)[];
  readonly table: OnTable | null;
  /** Something that could be dropped is over the window. */
  readonly hovering: boolean;
  readonly act: Act;
  /** Reading or writing that takes long. */
  readonly job: PageJob;
  write(text: string): void;
  /** Forgets the text that is held aside. */
  letGo(): void;
  read(): void;
  readClipboard(): void;
  /** Text is read at once; of files the first, and the others one after the other. */
  bring(what: Brought): void;
  /** What is to be read after what is on the table. */
  readonly waiting: readonly Waiting[];
  readNext(): void;
  letFilesGo(): void;
  accept(preview: Preview): void;
  discard(preview: Preview): void;
  newHandshake(): void;
  handshakeAgain(nonce: string, peerId: string | null): void;
  putAway(): void;
}

export function useDesk(): Desk {
  const { exchange, preview: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const job = useJob();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [table, drawTable] = useState<OnTable | null>(null);
  // An act that ends finds what lies there by then, not what it saw when it began.
  const lying = useRef(table);
  const [hovering, setHovering] = useState(false);
  const queue = useQueue();
  const source = sourceOf(table);
  useUnsavedWork('preview', source !== null);
  useUnsavedWork('brought', !isEmpty(draft) || queue.waiting.length > 0);

  const setTable = (item: OnTable | null) => {
    lying.current = item;
    drawTable(item);
  };
  /** What is nowhere else goes on waiting. */
  const putBack = (source: Source) => {
    if (typeof source !== 'string' && isOnlyHere(source)) queue.addFirst([source]);
  };
  /** A preview of something else must not stand beside what comes now. */
  const clearTable = () => {
    const before = sourceOf(lying.current);
    if (before === null) return;
    setTable(null);
    putBack(before);
  };
  /** What was read is dealt with. Another text that came into the box meanwhile stays there. */
  const settle = (source: Source) => {
    if (typeof source !== 'string') source.settle?.();
    else setDraft((now) => without(now, source));
  };

  /** 'split': it waits in parts now. */
  const readOne = async (source: Source): Promise<Preview | Notice | null | 'split'> => {
    clearTable();
    const input = typeof source === 'string' ? source : source.input;
    const result = await job.run((ref) => api.read(input, ref));
    if (result.kind === 'preview') setTable({ kind: 'preview', preview: result, source });
    if (result.kind === 'archive-preview' || result.kind === 'sealed-archive') {
      // It is worked on as a file, and is nothing that belongs into a text box.
      if (typeof source === 'string') settle(source);
      const file = typeof input === 'string' ? new Blob([input]) : input;
      setTable({ kind: 'archive', file, found: result, source });
      return null;
    }
    if (result.kind === 'refused' && !isOurTrouble(result) && typeof source !== 'string') source.settle?.();
    if (result.kind !== 'several') return result;
    let undecided = result.documents.length;
    const settlePart = () => {
      undecided--;
      if (undecided === 0 && typeof source !== 'string') source.settle?.();
    };
    const nameOf = (index: number) => exchange.documentOf(index + 1, result.documents.length);
    queue.addFirst(
      result.documents.map((document, index) => ({ name: nameOf(index), input: document, settle: settlePart })),
    );
    if (typeof source === 'string') settle(source);
    return 'split';
  };
  const readText = async (text: string): Promise<Preview | Notice | null> => {
    const result = await readOne(text);
    return result === 'split' ? readNext() : result;
  };
  const readNext = async (): Promise<Preview | Notice | null> => {
    const next = queue.next();
    if (!next) return null;
    try {
      const result = await readOne(next);
      if (result === 'split') return readNext();
      const isStopped = result?.kind === 'nothing' && result.why === 'stopped';
      if (isStopped || (result?.kind === 'refused' && isOurTrouble(result))) putBack(next);
      return result;
    } catch (error) {
      putBack(next);
      throw error;
    }
  };
  /** What was dealt with makes room for the next file; what was said of it stays. */
  const goOn = () => {
    if (!queue.isEmpty()) act.follow(exchange.read, readNext);
  };
  const bring = (what: Brought) => {
    if (typeof what === 'string') {
      write(what);
      act.run(exchange.read, () => readText(what));
      return;
    }
    const isFirst = queue.isEmpty();
    queue.add(what.map((file) => ({ name: file.name, input: file })));
    if (isFirst && what.length > 0) act.run(exchange.read, readNext);
  };
  /** What comes by itself pushes nothing aside that lies on the table. */
  const arrive = (more: readonly Waiting[]) => {
    if (more.length === 0) return;
    const isFree = lying.current === null && queue.isEmpty();
    queue.add(more);
    location.hash = '#exchange';
    if (isFree) act.follow(exchange.read, readNext);
  };
  useArrivals(arrive);
  const dealtWith = () => {
    const item = lying.current;
    if (item?.kind === 'preview') settle(item.source);
  };
  const write = (text: string) => setDraft((before) => withText(before, text));
  const show = (kind: 'handshake', peerId: string | null) => (result: Carried | Notice) => {
    if (result.kind !== 'carried') return;
    clearTable();
    setTable({ kind, carried: result, peerId });
  };

  // Listeners outlive many drawings of the screen: what they call is always the newest.
  const newest = useRef(bring);
  newest.current = bring;
  const bringNow = useCallback((what: Brought) => newest.current(what), []);
  useEffect(
    () =>
      listenForDrops(window, {
        hovering: setHovering,
        brought: (what) => {
          location.hash = '#exchange';
          bringNow(what);
        },
      }),
    [bringNow],
  );

  const undecided = typeof source === 'object' && source ? [source, ...queue.waiting] : queue.waiting;
  const texts = [draft.text, draft.held ?? ''].filter((text) => text !== '');
  return {
    draft,
    onlyHere: [...texts, ...undecided.filter(isOnlyHere).map(({ input }) => input)],
    table,
    hovering,
    act,
    job,
    write,
    letGo: () => {
      setDraft(({ text }) => ({ text, held: null }));
      focusHeading();
    },
    read: () => act.run(exchange.read, () => readText(firstOf(draft))),
    readClipboard: () =>
      act.run(exchange.paste, async (): Promise<Preview | Notice | null> => {
        const pasted = await pasteText();
        if (pasted.kind !== 'text') {
          return {
            kind: 'failed',
            code: 'clipboard-denied',
            what: exchange.pasteDenied,
            next: exchange.pasteDeniedNext,
          };
        }
        write(pasted.text);
        return readText(pasted.text);
      }),
    bring: bringNow,
    waiting: queue.waiting,
    readNext: () => act.run(exchange.next, readNext),
    letFilesGo: () => {
      queue.letGo();
      focusHeading();
    },
    accept: (preview) =>
      act.run(
        words.accept,
        () => job.run((ref) => api.accept(preview.id, ref)),
        (result) => {
          const outcome = outcomeOf(result);
          const reply = result.kind === 'accepted' ? result.reply : null;
          // What could not be stored stays on the desk, to be tried again; so does what a person stopped.
          if (outcome.kind === 'refused' && outcome.code === 'preview-gone') clearTable();
          if (outcome.kind === 'refused' || (outcome.kind === 'nothing' && outcome.why === 'stopped')) return;
          dealtWith();
          const to = preview.from?.nodeName ?? words.somebody;
          setTable(reply && { kind: 'reply', carried: reply, to });
          // A reply is carried first.
          if (!reply) goOn();
        },
      ),
    discard: (preview) =>
      act.run(
        words.discard,
        async (): Promise<Notice | null> => {
          const outcome = await api.discard(preview.id);
          return preview.act === 'nothing' && outcome.kind !== 'refused' ? null : outcome;
        },
        (result) => {
          if (result?.kind === 'refused') return;
          dealtWith();
          setTable(null);
          goOn();
        },
      ),
    newHandshake: () => act.run(exchange.newHandshake, () => api.newHandshake(null), show('handshake', null)),
    handshakeAgain: (nonce, peerId) =>
      act.run(exchange.again, () => api.handshakeAgain(nonce), show('handshake', peerId)),
    putAway: () => {
      if (lying.current?.kind === 'archive') settle(lying.current.source);
      setTable(null);
      goOn();
    },
  };
}

/** Where what waits for a decision was read from; null where nothing does. */
function sourceOf(table: OnTable | null): Source | null {
  return table?.kind === 'preview' || table?.kind === 'archive' ? table.source : null;
}

/** A file is where it came from; a part of a text, or what was shared, is not. */
function isOnlyHere({ input }: Waiting): boolean {
  return !(input instanceof File);
}

/** Refused for no fault of what was read: it may be read another time. */
function isOurTrouble({ code }: Refusal): boolean {
  return code.startsWith('store-') || code === 'worker-died' || code === 'unexpected';
}
