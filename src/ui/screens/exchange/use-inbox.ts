/** Connects the inbox to the page: holds its state, runs acts, calls the worker. The rules are in inbox.ts. */
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { pasteText } from '../../../carry/clipboard.ts';
import { type Brought, listenForDrops } from '../../../carry/incoming.ts';
import { outcomeOf } from '../../../domain/answers.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import { refuse } from '../../../domain/refusal.ts';
import type { Carried, Preview, Several } from '../../../peer-api.ts';
import type { Failed, Notice } from '../../hooks/notice.ts';
import { useSession } from '../../hooks/session.ts';
import { useUnsavedWork } from '../../hooks/unsaved-work.ts';
import { type Act, useAct } from '../../hooks/use-act.ts';
import { focusHeading } from '../../hooks/use-focus.ts';
import { type PageJob, useJob } from '../../hooks/use-job.ts';
import { useNewest } from '../../hooks/use-newest.ts';
import { useWords } from '../../words/words.ts';
import {
  awaitsDecision,
  broughtAs,
  EMPTY_INBOX,
  type InboxEvent,
  type InboxItem,
  type InboxState,
  type InboxStep,
  inboxAfter,
  onlyHere,
  type ReadResult,
} from './inbox.ts';
import { firstOf, isEmpty } from './payload-draft.ts';
import { useArrivals } from './use-arrivals.ts';

export interface Inbox extends Pick<InboxState, 'draft' | 'current' | 'waiting'> {
  /** What would be lost with this page. */
  readonly onlyHere: readonly (string | Blob)[];
  /** Something that could be dropped is over the window. */
  readonly isDragOver: boolean;
  readonly act: Act;
  /** Reading or accepting, if it takes long. */
  readonly job: PageJob;
  writeText(text: string): void;
  dropHeldText(): void;
  readText(): void;
  readClipboard(): void;
  /** A text is read at once; of files the first is, and the others wait. */
  bring(what: Brought): void;
  readNext(): void;
  dropWaiting(): void;
  accept(preview: Preview): void;
  discard(preview: Preview): void;
  newHandshake(): void;
  handshakeAgain(nonce: string, peerId: string | null): void;
  closeCurrent(): void;
}

type ReadingBegan = Extract<InboxEvent, { kind: 'text-reading-began' | 'next-reading-began' }>;

/** Call it once for the page. The inbox outlives a visit to another screen, and a store that fails. */
export function useInbox(): Inbox {
  const { exchange, preview: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const job = useJob();
  const live = useLiveState();
  const { stateNow, send } = live;
  const read = useReader(live, job);
  const state = stateNow();
  useUnsavedWork('preview', awaitsDecision(state));
  useUnsavedWork('brought', !isEmpty(state.draft) || state.waiting.length > 0);

  const readThis = (text: string) => read({ kind: 'text-reading-began', text });
  const readFirstWaiting = () => read({ kind: 'next-reading-began' });
  /** The notice about the event stays on the screen while the next item is read. */
  const sendAndGoOn = (event: InboxEvent) => {
    if (send(event).readNext) act.follow(exchange.read, readFirstWaiting);
  };
  const writeText = (text: string) => {
    send({ kind: 'text-written', text });
  };
  const bring = useNewest((what: Brought) => {
    if (typeof what === 'string') {
      writeText(what);
      act.run(exchange.read, () => readThis(what));
      return;
    }
    const items = what.map((file) => ({ name: file.name, input: file }));
    if (send({ kind: 'files-brought', items }).readNext) act.run(exchange.read, readFirstWaiting);
  });
  const isDragOver = useDrops(bring);
  useArrivals((items: readonly InboxItem[]) => {
    if (items.length === 0) return;
    location.hash = '#exchange';
    sendAndGoOn({ kind: 'items-arrived', items });
  });
  const readClipboard = async (): Promise<ReadResult | Failed | null> => {
    const pasted = await pasteText();
    if (pasted.kind !== 'text') {
      return { kind: 'failed', code: 'clipboard-denied', what: exchange.pasteDenied, next: exchange.pasteDeniedNext };
    }
    writeText(pasted.text);
    return readThis(pasted.text);
  };
  const showHandshake = (peerId: string | null) => (result: Carried | Notice) => {
    if (result.kind === 'carried') send({ kind: 'handshake-made', carried: result, peerId });
  };

  return {
    draft: state.draft,
    current: state.current,
    waiting: state.waiting,
    onlyHere: onlyHere(state),
    isDragOver,
    act,
    job,
    writeText,
    dropHeldText: () => {
      send({ kind: 'held-text-dropped' });
      focusHeading();
    },
    readText: () => act.run(exchange.read, () => readThis(firstOf(stateNow().draft))),
    readClipboard: () => act.run(exchange.paste, readClipboard),
    bring,
    readNext: () => act.run(exchange.next, readFirstWaiting),
    dropWaiting: () => {
      send({ kind: 'waiting-dropped' });
      focusHeading();
    },
    accept: (preview) =>
      act.run(
        words.accept,
        () => job.run((ref) => api.accept(preview.id, ref)),
        (result) =>
          sendAndGoOn({
            kind: 'accepted',
            outcome: outcomeOf(result),
            reply: result.kind === 'accepted' ? result.reply : null,
            to: preview.from?.nodeName ?? words.somebody,
          }),
      ),
    discard: (preview) =>
      act.run(
        words.discard,
        async (): Promise<Outcome | null> => {
          const outcome = await api.discard(preview.id);
          // Nothing could have been accepted, so there is nothing to tell.
          return preview.act === 'nothing' && outcome.kind !== 'refused' ? null : outcome;
        },
        (outcome) => sendAndGoOn({ kind: 'discarded', outcome }),
      ),
    newHandshake: () => act.run(exchange.newHandshake, () => api.newHandshake(null), showHandshake(null)),
    handshakeAgain: (nonce, peerId) => act.run(exchange.again, () => api.handshakeAgain(nonce), showHandshake(peerId)),
    closeCurrent: () => sendAndGoOn({ kind: 'current-closed' }),
  };
}

interface LiveState {
  stateNow(): InboxState;
  send(event: InboxEvent): InboxStep;
}

/** Holds the only copy of the state. An act that ends gets the newest state, not the one drawn when it began. */
function useLiveState(): LiveState {
  const state = useRef(EMPTY_INBOX);
  const [, draw] = useReducer<number, void>((drawn) => drawn + 1, 0);
  return {
    stateNow: () => state.current,
    send(event) {
      const step = inboxAfter(state.current, event);
      state.current = step.state;
      draw();
      for (const { onSettled } of step.settled) onSettled?.();
      return step;
    },
  };
}

/**
 * Returns a function that sends `began`, reads the text or the item, and sends how that ended. If it held several
 * documents, the first of them is read too. null: there was nothing to read.
 */
function useReader({ stateNow, send }: LiveState, job: PageJob) {
  const { api } = useSession();
  const { exchange } = useWords();
  return async function read(began: ReadingBegan): Promise<ReadResult | null> {
    send(began);
    const { reading } = stateNow();
    if (reading === null) return null;
    const [input, brought] = typeof reading === 'string' ? [reading] : [reading.input, broughtAs(reading)];
    let result: ReadResult | Several;
    try {
      await brought?.onReading?.(true);
      result = await job.run((ref) => api.read(input, ref));
    } catch (error) {
      send({ kind: 'reading-failed' });
      throw error;
    } finally {
      await brought?.onReading?.(false);
    }
    if (result.kind !== 'several') {
      send({ kind: 'reading-ended', result });
      return result;
    }
    const { documents } = result;
    const nameOf = (index: number) => exchange.documentOf(index + 1, documents.length);
    const parts = documents.map((input, index) => ({ name: nameOf(index), input }));
    const { readNext } = send({ kind: 'reading-split', parts });
    return readNext ? read({ kind: 'next-reading-began' }) : refuse('two-documents');
  };
}

/** Tells `bring` what was dropped on the window; returns whether something is dragged over it. */
function useDrops(bring: (what: Brought) => void): boolean {
  const [isDragOver, setDragOver] = useState(false);
  useEffect(
    () =>
      listenForDrops(window, {
        dragOver: setDragOver,
        brought: (what) => {
          location.hash = '#exchange';
          bring(what);
        },
      }),
    [bring],
  );
  return isDragOver;
}
