/**
 * START HERE (offline). Stores every file of one build, so that the app opens without a network, and stores what other
 * apps share until the page takes it. It knows nothing of the node's memory and never opens IndexedDB.
 */
declare const self: ServiceWorkerGlobalScope;

// Written into the built script by vite.config.ts.
declare const FILES: readonly { readonly url: string; readonly integrity: string }[];
declare const REVISION: string;
declare const POLICY: string;

// The scope is in the name: another copy of Synapse below another path of this origin has its own caches.
const OURS = `synapse ${self.registration.scope} `;
const CACHE = OURS + REVISION;
/** An entry in the cache of every build that was ever in use. No file has this address. */
const USED = `${self.registration.scope}?used`;

// The share target of the manifest, and the cache for what is shared with it: src/carry/take-shared.ts takes it. It is
// not the cache of a build, so that no update deletes it.
const SHARE = `${self.registration.scope}share`;
const SHARED = `synapse-shared ${self.registration.scope}`;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const address = origin + pathname;
  if (event.request.method === 'POST' && address === SHARE) event.respondWith(takeShare(event.request));
  if (event.request.method === 'GET' && origin === self.location.origin) {
    event.respondWith(answer(event.request, address));
  }
});

/**
 * Stores all files or none. They come past the HTTP cache and must be the bytes that were built: if a server is in the
 * middle of an update, the browser tries again later.
 */
async function install(): Promise<void> {
  const isNew = !(await caches.has(CACHE));
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      FILES.map(async ({ url, integrity }) => {
        const response = await fetch(url, { cache: 'reload', integrity });
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        await cache.put(url, withPolicy(response));
      }),
    );
  } catch (error) {
    if (isNew) await caches.delete(CACHE);
    throw error;
  }
}

/**
 * The policy in the page's `meta` element does not bind its worker, but a header of the worker's response does. The
 * response is made new because a redirected one could not be used for a navigation.
 */
function withPolicy(response: Response): Response {
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
  return new Response(response.body, {
    headers: { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' },
  });
}

/** Keeps the build that was in use before this one: a tab that was opened with it may have to restart its worker. */
async function activate(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  const wereUsed = await Promise.all(ours.map(async (name) => (await caches.open(name)).match(USED)));
  // A build that was stored in between may never have been used.
  const before = ours.findLast((_, index) => wereUsed[index] !== undefined);
  await Promise.all(ours.filter((name) => name !== before).map((name) => caches.delete(name)));
  await (await caches.open(CACHE)).put(USED, new Response());
  await self.clients.claim();
}

/** `address`: without the query, which only the page reads (`?node=`). */
async function answer(request: Request, address: string): Promise<Response> {
  const file = address === self.registration.scope ? `${address}index.html` : address;
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? (await caches.match(file)) ?? fetch(request);
}

/** Stores what was shared and opens the app. `?shared=` in the address tells the app how that went. */
async function takeShare(request: Request): Promise<Response> {
  const shared = await storeShared(request).then(
    (isAnything) => (isAnything ? 'kept' : 'empty'),
    (error: unknown) => {
      console.error('share', error);
      return 'failed';
    },
  );
  return Response.redirect(`${self.registration.scope}?shared=${shared}#exchange`, 303);
}

/**
 * Stores all parts of a share or none. false: there is nothing in it. The parts are not read here: the page reads them
 * as it reads an opened file.
 */
async function storeShared(request: Request): Promise<boolean> {
  const parts = partsOf(await request.formData());
  const cache = await caches.open(SHARED);
  // The keys have a query, so that `answer` never finds them. The cache keeps them in the order of the shares.
  const share = crypto.randomUUID();
  const keys = parts.map((_, index) => `${SHARE}?${share}-${index}`);
  try {
    for (const [index, key] of keys.entries()) await cache.put(key, asResponse(parts[index] as Blob));
  } catch (error) {
    await Promise.all(keys.map((key) => cache.delete(key)));
    throw error;
  }
  return parts.length > 0;
}

/** Each file, and the text as one part. A title only names the rest: it is used if there is nothing else. */
function partsOf(form: FormData): readonly Blob[] {
  const files = form.getAll('files').filter((value) => value instanceof File && (value.size > 0 || value.name !== ''));
  const wordsIn = (name: string) =>
    form.getAll(name).filter((value) => typeof value === 'string' && value.trim() !== '');
  const words = [...wordsIn('text'), ...wordsIn('url')];
  const text = words.length > 0 || files.length > 0 ? words : wordsIn('title');
  return [...(files as File[]), ...(text.length > 0 ? [new Blob([text.join('\n')])] : [])];
}

/** The response under which a part is stored. Its type is one that no browser displays. A text has no name. */
function asResponse(part: Blob): Response {
  const name = part instanceof File ? encodeURIComponent(part.name) : '';
  return new Response(part, { headers: { 'Content-Type': 'application/octet-stream', 'X-Name': name } });
}
