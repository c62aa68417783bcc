/** What other apps shared with us. The service worker (workers/sw.ts) stores it until it is settled. */
export interface SharedItem {
  /** Empty if it is a text. */
  readonly name: string;
  readonly content: Blob;
  /** The page that read it went away before the reading ended. */
  readonly wasTried: boolean;
  /** Marks it as being read, or takes the mark away. The page that takes it next knows whether the reading ended. */
  mark(isBeingRead: boolean): Promise<void>;
  /** To be called when it is dealt with: it is not stored any longer. */
  settle(): Promise<void>;
}

/** What the address of an item's mark ends with, behind the address of the item. */
const MARK = '&being-read';

/**
 * Every shared item that neither another page nor an earlier call here has taken. If the page goes away before an item
 * is settled, the next page can take it.
 */
export async function takeShared(): Promise<readonly SharedItem[]> {
  const cacheName = `synapse-shared ${new URL('.', document.baseURI).href}`;
  // Missing if the page is not a secure context.
  if (!('caches' in globalThis && 'locks' in navigator) || !(await caches.has(cacheName))) return [];
  const cache = await caches.open(cacheName);
  const taken: SharedItem[] = [];
  for (const { url } of await cache.keys()) {
    if (url.endsWith(MARK)) continue;
    const release = await claim(url);
    if (!release) continue;
    // Another page may have settled it after the keys were listed.
    const stored = await cache.match(url);
    if (!stored) {
      release();
      continue;
    }
    taken.push({
      name: decodeURIComponent(stored.headers.get('X-Name') ?? ''),
      content: await stored.blob(),
      wasTried: (await cache.match(url + MARK)) !== undefined,
      mark: async (isBeingRead) => {
        if (isBeingRead) await cache.put(url + MARK, new Response());
        else await cache.delete(url + MARK);
      },
      settle: async () => {
        await cache.delete(url);
        await cache.delete(url + MARK);
        release();
      },
    });
  }
  return taken;
}

/**
 * How storing went, if the page was opened by sharing; else null. The service worker says so in the address. It is
 * removed from the address, so that a reload does not say it again.
 */
export function takeShareResult(): 'stored' | 'failed' | 'empty' | null {
  const address = new URL(location.href);
  const result = address.searchParams.get('shared');
  if (result === null) return null;
  address.searchParams.delete('shared');
  history.replaceState(history.state, '', address);
  return result === 'failed' || result === 'empty' ? result : 'stored';
}

/** Takes a lock for as long as the page lives, or until it is released. null: another page has it. */
function claim(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null) => {
      if (!lock) return resolve(null);
      return new Promise<void>((release) => resolve(release));
    };
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(reject);
  });
}
