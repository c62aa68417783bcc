/** What other apps shared with us. The service worker keeps it (workers/sw.ts) until it has been dealt with, so that nothing is lost on the way. */
export interface Shared {
  /** Empty where it is a text. */
  readonly name: string;
  readonly content: Blob;
  /** It has been dealt with, and is kept no longer. */
  done(): Promise<void>;
}

/** All that no other page, and no earlier call here, has in hand: a page that goes away without dealing with it leaves it to the next. */
export async function takeShared(): Promise<readonly Shared[]> {
  const cacheName = `synapse-shared ${new URL('.', document.baseURI).href}`;
  // Missing where the page is not a secure context.
  if (!('caches' in globalThis && 'locks' in navigator) || !(await caches.has(cacheName))) return [];
  const cache = await caches.open(cacheName);
  const taken: Shared[] = [];
  for (const { url } of await cache.keys()) {
    const release = await claim(url);
    if (!release) continue;
    // Another page may have been done with it since the keys were listed.
    const kept = await cache.match(url);
    if (!kept) {
      release();
      continue;
    }
    taken.push({
      name: decodeURIComponent(kept.headers.get('X-Name') ?? ''),
      content: await kept.blob(),
      done: async () => {
        await cache.delete(url);
        release();
      },
    });
  }
  return taken;
}

/** What became of the share that opened this page, by its address, from which it is taken off again; null where none did. */
export function takeShareMark(): 'kept' | 'failed' | 'empty' | null {
  const address = new URL(location.href);
  const mark = address.searchParams.get('shared');
  if (mark === null) return null;
  address.searchParams.delete('shared');
  history.replaceState(history.state, '', address);
  return mark === 'failed' || mark === 'empty' ? mark : 'kept';
}

/** A lock for as long as the page lives or until it is released; null where somebody has it. */
function claim(name: string): Promise<(() => void) | null> {
  return new Promise((settle, fail) => {
    const hold = (lock: Lock | null) => {
      if (!lock) return settle(null);
      return new Promise<void>((release) => settle(release));
    };
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(fail);
  });
}
