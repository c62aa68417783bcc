/** What every screen needs: the newest snapshot, the calls to the worker, and a way to tell the person something. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PeerClient, Snapshot } from '../../peer-api.ts';
import type { Language } from '../words/first-words.ts';
import type { Notice } from './notice.ts';

export interface Session {
  readonly api: PeerClient['api'];
  readonly snapshot: Snapshot;
  readonly onProgress: PeerClient['onProgress'];
  readonly stop: PeerClient['stop'];
  /** Shows it in the live region until the next act. null: empties the region. */
  announce(notice: Notice | null): void;
  readonly offline: OfflineView;
  /** The name in the address: `?node=NAME`. null: the person's own node. */
  readonly nodeParam: string | null;
  /** null: this node is not for practice. */
  readonly practiceNode: PracticeNode | null;
  chooseLanguage(language: Language): void;
}

/** One of the two nodes to practise with: src/ui/practice/. */
export interface PracticeNode {
  /** Its `nodeParam`. */
  readonly param: string;
  /** The same in every language, because it travels. */
  readonly nodeName: string;
  /** The first one asks and has facts to give; the second one answers and takes them in. */
  readonly isFirst: boolean;
}

export interface OfflineView {
  readonly ready: boolean;
  readonly updateWaiting: boolean;
  readonly problem: { readonly kind: 'unsupported' } | { readonly kind: 'failed'; readonly detail: string } | null;
  applyUpdate(): void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is called outside of SessionContext.');
  return session;
}
