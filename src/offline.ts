/**
 * Page end of the service worker: registers it, tells whether the app opens without a network, and switches to a newer
 * version if a person asks for it.
 */
import { Workbox } from 'workbox-window';
import { trustedScriptUrl } from './trusted-url.ts';

export interface OfflineState {
  /** The whole app is stored in this browser, so that it opens without a network. */
  readonly ready: boolean;
  /** A newer version waits for `applyUpdate`, or another tab applied it and this page still runs the old one. */
  readonly updateWaiting: boolean;
  readonly problem: OfflineProblem | null;
}

/** unsupported: this browser has no service workers here. failed: storing the app failed, with the browser's reason. */
export type OfflineProblem = { readonly kind: 'unsupported' } | { readonly kind: 'failed'; readonly detail: string };

export interface Offline {
  /** Switches to the version that waits and reloads this page, not other tabs. Never call it during an import. */
  applyUpdate(): void;
}

/**
 * The browser looks for a newer version only when the app is opened. On a phone that is seldom, so the page looks too.
 */
const LOOK_AFTER_MS = 60 * 60 * 1000;

/** Calls `onChange` with the state now and after every change. In development nothing is registered. */
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
  let isControlled = container.controller !== null;
  let isReloadAsked = false;
  let isWaiting = false;

  change({});
  const tellWaiting = () => {
    isWaiting = true;
    change({ updateWaiting: true });
  };
  workbox.addEventListener('waiting', tellWaiting);
  // Fires in every tab. It is no update if the first version takes control of the page that installed it.
  workbox.addEventListener('controlling', () => {
    isWaiting = false;
    if (isReloadAsked) location.reload();
    else if (isControlled) change({ updateWaiting: true });
    isControlled = true;
  });
  workbox.addEventListener('redundant', () => {
    if (!state.ready) change({ problem: { kind: 'failed', detail: 'installation did not finish' } });
  });
  container.ready.then(() => change({ ready: true, problem: null }), fail);
  workbox.register().then(lookForUpdates, fail);

  function fail(error: unknown): void {
    change({ problem: { kind: 'failed', detail: error instanceof Error ? error.message : String(error) } });
  }

  /** Looks for a newer version when a person comes back to the page. */
  function lookForUpdates(registration: ServiceWorkerRegistration | undefined): void {
    let lookedAt = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) return;
      // Workbox tells of one newer version in the life of a page, even if that one could not be stored.
      if (registration?.waiting) tellWaiting();
      if (Date.now() - lookedAt < LOOK_AFTER_MS) return;
      lookedAt = Date.now();
      // Most of the time there is no network, so this is no failure.
      registration?.update().catch((error: unknown) => console.debug('No newer version was looked for.', error));
    });
  }

  return {
    applyUpdate() {
      isReloadAsked = true;
      if (isWaiting) workbox.messageSkipWaiting();
      else location.reload();
    },
  };
}
