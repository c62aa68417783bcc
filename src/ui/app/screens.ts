/** The screens, each loaded when it is first shown, or when there is nothing else to do. */

import { routeOf, type Screen } from '../hooks/route.ts';
import { lazy } from '../parts/lazy.tsx';

export const ExchangeScreen = lazy(async () => (await import('../screens/exchange/ExchangeScreen.tsx')).ExchangeScreen);
export const PeersScreen = lazy(async () => (await import('../screens/peers/PeersScreen.tsx')).PeersScreen);
export const FactsScreen = lazy(async () => (await import('../screens/facts/FactsScreen.tsx')).FactsScreen);
export const IncidentsScreen = lazy(
  async () => (await import('../screens/incidents/IncidentsScreen.tsx')).IncidentsScreen,
);
export const JournalScreen = lazy(async () => (await import('../screens/journal/JournalScreen.tsx')).JournalScreen);
export const NodeScreen = lazy(async () => (await import('../screens/node/NodeScreen.tsx')).NodeScreen);

/** For practice nodes only. */
export const PracticeBanner = lazy(async () => (await import('../practice/PracticeBanner.tsx')).PracticeBanner);

/** Milliseconds after which they are loaded even where the page is never idle. */
const AT_LATEST = 2000;

const PARTS: Readonly<Record<Screen, { load(): Promise<void> }>> = {
  exchange: ExchangeScreen,
  peers: PeersScreen,
  facts: FactsScreen,
  incidents: IncidentsScreen,
  journal: JournalScreen,
  node: NodeScreen,
};

/** Loads the one that the address asks for, while the worker still opens the memory: a fifth of the time until it can be used, on a processor four times slower. */
export function loadFirstScreen(): void {
  void PARTS[routeOf(location.hash).screen].load();
}

/** Loads all of them behind the first paint: a screen opens at once, also where the server is gone by then. */
export function loadScreens(): void {
  const load = () => {
    for (const part of Object.values(PARTS)) void part.load();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: AT_LATEST });
  else setTimeout(load, AT_LATEST); // Safari.
}
