/** The screens. Each is loaded when it is first shown, or earlier when the page has nothing else to do. */
import { routeOf, type Screen } from '../hooks/route.ts';
import { lazy } from '../parts/lazy.tsx';

export const ExchangeScreen = lazy(async () => (await import('../screens/exchange/ExchangeScreen.tsx')).ExchangeScreen);

const loadLater = () => import('./later-screens.ts');
export const PeersScreen = lazy(async () => (await loadLater()).PeersScreen);
export const FactsScreen = lazy(async () => (await loadLater()).FactsScreen);
export const IncidentsScreen = lazy(async () => (await loadLater()).IncidentsScreen);
export const JournalScreen = lazy(async () => (await loadLater()).JournalScreen);
export const NodeScreen = lazy(async () => (await loadLater()).NodeScreen);
export const PracticeBanner = lazy(async () => (await loadLater()).PracticeBanner);
export const RestoreArchive = lazy(async () => (await loadLater()).RestoreArchive);

/** All screens are loaded after this time, even if the page is never idle. */
const AT_LATEST_MS = 2000;

const LAZY_SCREENS: Readonly<Record<Screen, { load(): Promise<void> }>> = {
  exchange: ExchangeScreen,
  peers: PeersScreen,
  facts: FactsScreen,
  incidents: IncidentsScreen,
  journal: JournalScreen,
  node: NodeScreen,
};

/**
 * Loads the screen that the address asks for, while the worker still opens the store. Measured on a processor slowed
 * down four times: this saves a fifth of the time until the app can be used.
 */
export function loadFirstScreen(): void {
  void LAZY_SCREENS[routeOf(location.hash).screen].load();
}

/** Loads all screens after the first paint. A screen then opens at once, even if the server is gone. */
export function loadScreens(): void {
  const load = () => {
    for (const screen of Object.values(LAZY_SCREENS)) void screen.load();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: AT_LATEST_MS });
  else setTimeout(load, AT_LATEST_MS); // Safari has no idle callbacks.
}
