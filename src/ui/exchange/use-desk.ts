/** What lies on the desk of the Exchange screen. It outlives a visit to another screen, and a memory that can not be opened. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Brought, listenForDrops } from '../../carry/listen-for-drops.ts';
import { pasteText } from '../../carry/paste-text.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ArchivePreview, Carried, Preview, SealedArchive } from '../../peer-api.ts';
import type { Notice } from '../notice.ts';
import { useSession } from '../session.ts';
import { useUnderWay } from '../under-way.ts';
import { type Act, useAct } from '../use-act.ts';
import { type Job, useJob } from '../use-job.ts';
import { useWords } from '../words/words.ts';
import { draftOf, EMPTY_DRAFT, type PayloadDraft } from './payload-draft.ts';
import { useArrivals } from './use-arrivals.ts';
import { useQueue, type Waiting } from './use-queue.ts';

/** The one thing that is to be dealt with now. */
export type OnTable =
  /** `ofDraft`: it was read from the Payload box, which is emptied when the preview is dealt with. */
  | {
      readonly kind: 'preview';
      readonly preview: Preview;
      readonly ofDraft: boolean;
      readonly settle: Waiting['settle'];
    }
  | {
      readonly kind: 'archive';
      readonly file: Blob;
      readonly found: ArchivePreview | SealedArchive;
      readonly settle: Waiting['settle'];
    }
  | { readonly kind: 'handshake'; readonly carried: Carried; readonly peerId: string | null }
  | { readonly kind: 'reply'; readonly carried: Carried; readonly to: string };

export interface Desk {
  readonly draft: PayloadDraft;
  readonly table: OnTable | null;
  /** Something that could be dropped is over the window. */
  readonly hovering: boolean;
  readonly act: Act;
  /** Reading or writing that takes long. */
  readonly job: Job;
  write(text: string): void;
  /** Drops the text that is held aside. */
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
  const [table, setTable] = useState<OnTable | null>(null);
  const [hovering, setHovering] = useState(false);
  const queue = useQueue();
  useUnderWay('preview', table?.kind === 'preview' || table?.kind === 'archive');
  useUnderWay('brought', draft !== EMPTY_DRAFT || queue.waiting.length > 0);

  const readNow = async (input: string | Blob, settle?: Waiting['settle']): Promise<Preview | Notice | null> => {
    // A preview of something else must not stand beside what is said of this.
    setTable((before) => (before?.kind === 'preview' || before?.kind === 'archive' ? null : before));
    const result = await job.run((jobId) => api.read(input, jobId));
    if (result.kind === 'preview') {
      setTable({ kind: 'preview', preview: result, ofDraft: typeof input === 'string', settle });
    }
    if (result.kind === 'archive-preview' || result.kind === 'sealed-archive') {
      // It is worked on as a file, and is nothing that belongs into a text box.
      if (typeof input === 'string') setDraft(EMPTY_DRAFT);
      setTable({ kind: 'archive', file: typeof input === 'string' ? new Blob([input]) : input, found: result, settle });
      return null;
    }
    if (result.kind === 'refused' && !isOurTrouble(result)) settle?.();
    if (result.kind !== 'several') return result;
    // Now it waits in parts.
    if (typeof input === 'string') setDraft(EMPTY_DRAFT);
    const nameOf = (index: number) => exchange.documentOf(index + 1, result.documents.length);
    const last = result.documents.length - 1;
    queue.addFirst(
      result.documents.map((document, index) => ({
        name: nameOf(index),
        input: document,
        settle: index === last ? settle : undefined,
      })),
    );
    return readNext();
  };
  const readNext = async (): Promise<Preview | Notice | null> => {
    const next = queue.next();
    if (!next) return null;
    const result = await readNow(next.input, next.settle);
    // A file that was stopped is where it came from; a part of a text is nowhere else, and goes on waiting.
    const isStopped = result?.kind === 'nothing' && result.why === 'stopped';
    if (isStopped && !(next.input instanceof File)) queue.addFirst([next]);
    return result;
  };
  /** What was dealt with makes room for the next file; what was said of it stays. */
  const goOn = () => {
    if (!queue.isEmpty()) act.follow(exchange.read, readNext);
  };
  const bring = (what: Brought) => {
    if (typeof what === 'string') {
      write(what);
      act.run(exchange.read, () => readNow(what));
      return;
    }
    const isFirst = queue.isEmpty();
    queue.add(what.map((file) => ({ name: file.name, input: file })));
    if (isFirst && what.length > 0) act.run(exchange.read, readNext);
  };
  /** What comes by itself pushes nothing aside that lies on the table. */
  const arrive = (more: readonly Waiting[]) => {
    if (more.length === 0) return;
    const isFree = table === null && queue.isEmpty();
    queue.add(more);
    location.hash = '#exchange';
    if (isFree) act.follow(exchange.read, readNext);
  };
  useArrivals(arrive);
  const dealtWith = () => {
    if (table?.kind !== 'preview') return;
    table.settle?.();
    if (table.ofDraft) setDraft(EMPTY_DRAFT);
  };
  // A box that was emptied because its text is held aside says so once more, as an input of nothing: that drops nothing.
  const write = (text: string) => setDraft((before) => (text === '' && before.held !== null ? before : draftOf(text)));
  const show = (kind: 'handshake', peerId: string | null) => (result: Carried | Notice) => {
    if (result.kind === 'carried') setTable({ kind, carried: result, peerId });
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

  return {
    draft,
    table,
    hovering,
    act,
    job,
    write,
    letGo: () => setDraft(EMPTY_DRAFT),
    read: () => act.run(exchange.read, () => readNow(draft.held ?? draft.text)),
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
        return readNow(pasted.text);
      }),
    bring: bringNow,
    waiting: queue.waiting,
    readNext: () => act.run(exchange.next, readNext),
    letFilesGo: queue.letGo,
    accept: (preview) =>
      act.run(
        words.accept,
        () => job.run((jobId) => api.accept(preview.id, jobId)),
        ({ outcome, reply }) => {
          // What could not be stored stays on the desk, to be tried again; so does what a person stopped.
          if (outcome.kind === 'refused' || (outcome.kind === 'nothing' && outcome.why === 'stopped')) return;
          dealtWith();
          const to = preview.from?.nodeName || preview.from?.peerId || words.somebody;
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
      if (table?.kind === 'archive') table.settle?.();
      setTable(null);
      goOn();
    },
  };
}

/** Refused for no fault of what was read: it may be read another time. */
function isOurTrouble({ code }: Refusal): boolean {
  return code.startsWith('store-') || code === 'worker-died' || code === 'unexpected';
}
