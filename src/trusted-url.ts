/**
 * Script URLs under `require-trusted-types-for 'script'`: the page's policy takes a worker's or service worker's address only from the
 * Trusted Types policy `synapse`, made here. Nothing else makes one.
 */
let policy: Pick<TrustedTypePolicy, 'createScriptURL'> | undefined;

/**
 * `url`, fit for `new Worker` and `serviceWorker.register`. Throws TypeError where it is not of our own origin.
 * Declared a string because TypeScript's DOM types know no TrustedScriptURL there; it is one wherever the browser asks for one.
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
