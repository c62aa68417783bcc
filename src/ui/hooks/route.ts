/** What the address asks for: a screen (`#peers`), or one part of it (`#peers/PEER_ID/backup`). */
import { useEffect, useState } from 'preact/hooks';
import type { TakeOutScope } from '../../peer-api.ts';

export const SCREENS = ['exchange', 'peers', 'facts', 'incidents', 'journal', 'node'] as const;
export type Screen = (typeof SCREENS)[number];

export interface Route {
  readonly screen: Screen;
  /** The rest of the address, decoded: `['PEER_ID', 'backup']`. */
  readonly detail: readonly string[];
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return routeOf(hash);
}

/** The Peers screen as a map. No peer id is empty, so this is no peer's address. */
export const MAP_ADDRESS = '#peers//map';

/** Whether the address of the Peers screen asks for the map. `detail`: of the route. */
export function isMap([peerId, part]: Route['detail']): boolean {
  return peerId === '' && part === 'map';
}

/** The address of a peer in the list. */
export function peerAddress(peerId: string): string {
  return `#peers/${encodeURIComponent(peerId)}`;
}

/** The address of a peer's backup. */
export function backupAddress(peerId: string): string {
  return `#peers/${encodeURIComponent(peerId)}/backup`;
}

/** The address of the Archive panel. */
export const ARCHIVE_ADDRESS = '#node/archive';

/** The address of the Take out panel of a peer. */
export function takeOutAddress(peerId: string, scope: TakeOutScope): string {
  return `#peers/${encodeURIComponent(peerId)}/${scope}`;
}

/** `hash`: with its `#`. An unknown screen gives the first one, Exchange. */
export function routeOf(hash: string): Route {
  const [first, ...rest] = hash.slice(1).split('/');
  const screen = SCREENS.find((name) => name === first) ?? 'exchange';
  return { screen, detail: rest.map(decode) };
}

/** An address may be typed by hand or cut off. A part that cannot be decoded is taken as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
