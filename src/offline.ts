/** Page end of the service worker: registers it, tells whether the app opens without a network, and switches to a newer version on demand. */
import { Workbox } from 'workbox-window';
import { trustedScriptUrl } from './trusted-url.ts';

export interface OfflineState {
  /** The whole app is stored here: it opens without a network. */
  readonly ready: boolean;
  /** A newer version waits for `applyUpdate`. Stays so where another tab applied it and this page still runs the old one. */
  readonly updateWaiting: boolean;
  readonly problem: OfflineProblem | null;
}

/** unsupported: no service workers here (private window, no https). failed: storing the app did not succeed, in the browser's words. */
export type OfflineProblem = { readonly kind: 'unsupported' } | { readonly kind: 'failed'; readonly detail: string };

export interface Offline {
  /** Switches to the waiting version and reloads this page; other tabs stay as they are until they ask. Never call it during an import. */
  applyUpdate(): void;
}

/** An app on a phone is seldom opened anew, and only then does the browser look by itself. */
const LOOK_AFTER_MS = 60 * 60 * 1000;

/** Calls `onChange` with the state now and whenever it changes. In development nothing is registered. */
export function registerOffline(onChange: (state: OfflineState) => void): Offline {
  let state: OfflineState = { ready: false, updateWaiting: false, problem: null };
  const change = (part: Partial<OfflineState>) => {
    state = { ...state, ...part };
    onChange(state);
  };

  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    change({ problem: import.meta.env.PROD ? { kind: 'unsupported' } : null });
    return { applyUpdate: () => location.reload() };
  }

  const container = navigator.serviceWorker;
  const workbox = new Workbox(trustedScriptUrl(new URL('sw.js', document.baseURI).href));
  let controlled = container.controller !== null;
  let reloadAsked = false;
  let waiting = false;

  change({});
  const tellWaiting = () => {
    waiting = true;
    change({ updateWaiting: true });
  };
  workbox.addEventListener('waiting', tellWaiting);
  // Fires in every tab, and also when the first version takes over the page that installed it, which is no update.
  workbox.addEventListener('controlling', () => {
    waiting = false;
    if (reloadAsked) location.reload();
    else if (controlled) change({ updateWaiting: true });
    controlled = true;
  });
  workbox.addEventListener('redundant', () => {
    if (!state.ready) change({ problem: { kind: 'failed', detail: 'installation did not finish' } });
  });
  container.ready.then(() => change({ ready: true, problem: null }), fail);
  workbox.register().then(lookAgain, fail);

  function fail(error: unknown): void {
    change({ problem: { kind: 'failed', detail: error instanceof Error ? error.message : String(error) } });
  }

  /** In the background, when a person comes back to the page. */
  function lookAgain(registration: ServiceWorkerRegistration | undefined): void {
    let looked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) return;
      // Workbox hears of one newer version in the life of a page: where that one could not be stored, of no other.
      if (registration?.waiting) tellWaiting();
      if (Date.now() - looked < LOOK_AFTER_MS) return;
      looked = Date.now();
      // That the server is not reached is this app's everyday state.
      registration?.update().catch((error: unknown) => console.debug('No newer version was looked for.', error));
    });
  }

  return {
    applyUpdate() {
      reloadAsked = true;
      if (waiting) workbox.messageSkipWaiting();
      else location.reload();
    },
  };
}
