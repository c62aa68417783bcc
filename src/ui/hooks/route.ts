/** Where the person is, by the address: `#peers`, or `#peers/PEER_ID/backup` for one part of a screen. */
import { useEffect, useState } from 'preact/hooks';
import type { TakeOutScope } from '../../peer-api.ts';

export const SCREENS = ['exchange', 'peers', 'facts', 'incidents', 'journal', 'node'] as const;
export type Screen = (typeof SCREENS)[number];

export interface Route {
  readonly screen: Screen;
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

/** The Peers screen as a map. No peer's id is empty, so no peer stands at this address. */
export const MAP_ADDRESS = '#peers//map';

/** Of the Peers screen: does the address ask for the map? */
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

/** The address of what is taken out for a peer. */
export function takeOutAddress(peerId: string, scope: TakeOutScope): string {
  return `#peers/${encodeURIComponent(peerId)}/${scope}`;
}

/** `hash` with its `#`; a name that is no screen leads home. */
export function routeOf(hash: string): Route {
  const [first, ...rest] = hash.slice(1).split('/');
  const screen = SCREENS.find((name) => name === first) ?? 'exchange';
  return { screen, detail: rest.map(decode) };
}

/** An address is typed by hand or cut off: what can not be decoded is taken as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
