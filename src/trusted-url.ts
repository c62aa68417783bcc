/**
 * Script addresses under `require-trusted-types-for 'script'`. The page takes the address of a worker or a service
 * worker only from the Trusted Types policy `synapse`. It is made here and nowhere else.
 */
let policy: Pick<TrustedTypePolicy, 'createScriptURL'> | undefined;

/**
 * `url` for `new Worker` and `serviceWorker.register`. Throws TypeError if it is not of our own origin. The type is
 * string because TypeScript's DOM types expect one there. If the browser has Trusted Types, it is a TrustedScriptURL.
 */
export function trustedScriptUrl(url: string): string {
  if (window.trustedTypes === undefined) return requireOwnOrigin(url);
  policy ??= window.trustedTypes.createPolicy('synapse', { createScriptURL: requireOwnOrigin });
  return policy.createScriptURL(url) as unknown as string;
}

function requireOwnOrigin(url: string): string {
  const { origin, href } = new URL(url, location.href);
  if (origin !== location.origin) throw new TypeError(`Not a script of this origin: ${href}`);
  return url;
}
