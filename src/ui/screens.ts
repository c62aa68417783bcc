/** The screens, each loaded when it is first shown, or when there is nothing else to do. */
import { later } from './later.tsx';

export const ExchangeScreen = later(async () => (await import('./exchange/ExchangeScreen.tsx')).ExchangeScreen);
export const PeersScreen = later(async () => (await import('./peers/PeersScreen.tsx')).PeersScreen);
export const FactsScreen = later(async () => (await import('./facts/FactsScreen.tsx')).FactsScreen);
export const IncidentsScreen = later(async () => (await import('./incidents/IncidentsScreen.tsx')).IncidentsScreen);
export const JournalScreen = later(async () => (await import('./journal/JournalScreen.tsx')).JournalScreen);
export const NodeScreen = later(async () => (await import('./node/NodeScreen.tsx')).NodeScreen);

/** For practice nodes only. */
export const PracticeBanner = later(async () => (await import('./sample/PracticeBanner.tsx')).PracticeBanner);

/** Milliseconds after which they are loaded even where the page is never idle. */
const AT_LATEST = 2000;

/** Loads all of them behind the first paint: a screen opens at once, also where the server is gone by then. */
export function loadScreens(): void {
  const screens = [ExchangeScreen, PeersScreen, FactsScreen, IncidentsScreen, JournalScreen, NodeScreen];
  const load = () => {
    for (const screen of screens) void screen.load();
  };
  if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: AT_LATEST });
  else setTimeout(load, AT_LATEST); // Safari.
}
