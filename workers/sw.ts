/**
 * START HERE (offline). Keeps every file of one build, so that the app opens with no network at all, and puts aside what other apps share
 * until the page takes it. It knows nothing of what the node remembers and never touches IndexedDB.
 */
declare const self: ServiceWorkerGlobalScope;

// Written into the built script by vite.config.ts.
declare const FILES: readonly { readonly url: string; readonly integrity: string }[];
declare const REVISION: string;
declare const POLICY: string;

// With the scope in it: another copy of Synapse below another path of this origin has caches of its own.
const OURS = `synapse ${self.registration.scope} `;
const CACHE = OURS + REVISION;
/** Lies in the cache of every build that was ever in use, under a name that is no file's. */
const USED = `${self.registration.scope}?used`;

// The manifest's share target, and what lies there: src/carry/take-shared.ts takes it. No build's cache, so no update deletes it.
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

/** All or nothing, past the HTTP cache, and only the very bytes that were built: a server half way through an update is tried again later. */
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

/** The page's own meta policy does not bind its worker: a header on the worker's script does. A fresh response is also no redirected one. */
function withPolicy(response: Response): Response {
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
  return new Response(response.body, {
    headers: { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' },
  });
}

/** The build that was in use before this one stays: a tab opened under it may still have to restart its worker. */
async function activate(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  const wereUsed = await Promise.all(ours.map(async (name) => (await caches.open(name)).match(USED)));
  // Another one may have been stored since, and have given way to this one before it was ever used.
  const before = ours.findLast((_, index) => wereUsed[index] !== undefined);
  await Promise.all(ours.filter((name) => name !== before).map((name) => caches.delete(name)));
  await (await caches.open(CACHE)).put(USED, new Response());
  await self.clients.claim();
}

/** `address` is without the query: which node is opened (`?node=`) is the page's business. */
async function answer(request: Request, address: string): Promise<Response> {
  const file = address === self.registration.scope ? `${address}index.html` : address;
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? (await caches.match(file)) ?? fetch(request);
}

/** Sends the person on to the app, which looks what lies here for it, and learns from the address where nothing could be kept, or nothing came. */
async function takeShare(request: Request): Promise<Response> {
  const shared = await keepShared(request).then(
    (isAnything) => (isAnything ? 'kept' : 'empty'),
    (error: unknown) => {
      console.error('share', error);
      return 'failed';
    },
  );
  return Response.redirect(`${self.registration.scope}?shared=${shared}#exchange`, 303);
}

/** All of one share or nothing; false where there is nothing in it. It is neither read nor judged: that is done before the person's eyes, as with a file they open. */
async function keepShared(request: Request): Promise<boolean> {
  const parts = partsOf(await request.formData());
  const cache = await caches.open(SHARED);
  // Keys with a query, so that none is ever the answer to an address, and in the order of the cache, which is that of the shares.
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

/** Files, and the text as one part. A title only names what comes with it, and counts where nothing does. */
function partsOf(form: FormData): readonly Blob[] {
  const files = form.getAll('files').filter((value) => value instanceof File && (value.size > 0 || value.name !== ''));
  const said = (name: string) => form.getAll(name).filter((value) => typeof value === 'string' && value.trim() !== '');
  const words = [...said('text'), ...said('url')];
  const text = words.length > 0 || files.length > 0 ? words : said('title');
  return [...(files as File[]), ...(text.length > 0 ? [new Blob([text.join('\n')])] : [])];
}

/** Under a type that no browser shows, whatever the sharing app calls it. A text has no name. */
function asResponse(part: Blob): Response {
  const name = part instanceof File ? encodeURIComponent(part.name) : '';
  return new Response(part, { headers: { 'Content-Type': 'application/octet-stream', 'X-Name': name } });
}
