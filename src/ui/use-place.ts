/** Where the person is, by the address: `#peers`, or `#peers/PEER_ID/backup` for one part of a screen. */
import { useEffect, useState } from 'preact/hooks';
import type { TakeOutScope } from '../peer-api.ts';

export const SCREENS = ['exchange', 'peers', 'facts', 'incidents', 'journal', 'node'] as const;
export type Screen = (typeof SCREENS)[number];

export interface Place {
  readonly screen: Screen;
  readonly detail: readonly string[];
}

export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return placeOf(hash);
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

function placeOf(hash: string): Place {
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
