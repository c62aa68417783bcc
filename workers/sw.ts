/**
 * START HERE (offline). Keeps every file of one build, so that the app opens with no network at all. It knows nothing of what the node
 * remembers and never touches IndexedDB.
 */
declare const self: ServiceWorkerGlobalScope;

// Written into the built script by vite.config.ts.
declare const FILES: readonly { readonly url: string; readonly integrity: string }[];
declare const REVISION: string;
declare const POLICY: string;

// With the scope in it: another copy of Synapse below another path of this origin has caches of its own.
const OURS = `synapse ${self.registration.scope} `;
const CACHE = OURS + REVISION;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method === 'GET' && origin === self.location.origin) {
    event.respondWith(answer(event.request, origin + pathname));
  }
});

/** All or nothing, past the HTTP cache, and only the very bytes that were built: a server half way through an update is tried again later. */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async ({ url, integrity }) => {
      const response = await fetch(url, { cache: 'reload', integrity });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      await cache.put(url, withPolicy(response));
    }),
  );
}

/** The page's own meta policy does not bind its worker: a header on the worker's script does. A fresh response is also no redirected one. */
function withPolicy(response: Response): Response {
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
  return new Response(response.body, {
    headers: { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' },
  });
}

/** The build before this one stays: a tab opened under it may still have to restart its worker. */
async function activate(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** `address` is without the query: which node is opened (`?node=`) is the page's business. */
async function answer(request: Request, address: string): Promise<Response> {
  const file = address === self.registration.scope ? `${address}index.html` : address;
  const cache = await caches.open(CACHE);
  return (await cache.match(file)) ?? (await caches.match(file)) ?? fetch(request);
}
