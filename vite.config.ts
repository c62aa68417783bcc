/** How Synapse is built, served and tested. The service worker and the Content-Security-Policy are made here, from what was built. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { testProjects } from './test/projects.ts';

/** Nothing but what this origin serves, no inline code, and script URLs only through the one policy of src/trusted-url.ts. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types synapse',
].join('; ');

/** As a header it also binds the worker, and may say who frames us, which a meta element may not. */
const HEADER_POLICY = `${PAGE_POLICY}; frame-ancestors 'none'`;

export default defineConfig({
  // Relative, so that the built folder works below any path of any static server.
  base: './',
  // One page: a path that was not built is a 404, not the page again.
  appType: 'mpa',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // What several screens share is a few files, not one for each small module.
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            {
              name: 'parts',
              test: /src\/(ui|carry)\//,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [passphraseOnly()],
    // A folder of its own, so that test/bundle-budget.ts can tell the worker's code from the page's.
    rolldownOptions: {
      output: { entryFileNames: 'worker/[name]-[hash].js', chunkFileNames: 'worker/[name]-[hash].js' },
    },
  },
  preview: {
    host: 'localhost',
    port: Number(process.env.PORT ?? 4173),
    strictPort: true,
    headers: { 'Content-Security-Policy': HEADER_POLICY },
  },
  plugins: [contentSecurityPolicy(), serviceWorker()],
  test: { projects: testProjects },
});

/**
 * Archives are age files behind a passphrase: the public keys that age-encryption knows too, and the curves and lattices below them, are left out of what a
 * phone has to store (35 of 49 kB gzip). Whoever called for one would find nothing there, and throw.
 */
function passphraseOnly(): Plugin {
  const left: Readonly<Record<string, string>> = {
    '@noble/post-quantum/hybrid.js': 'export const MLKEM768P256 = null, MLKEM768X25519 = null;',
    '@noble/curves/nist.js': 'export const p256 = null;',
    '@noble/curves/ed25519.js': 'export const x25519 = null;',
  };
  const MARK = '\0left-out:';
  return {
    name: 'synapse:passphrase-only',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) => (id in left && importer?.includes('age-encryption') ? MARK + id : null),
    load: (id) => (id.startsWith(MARK) ? left[id.slice(MARK.length)] : null),
  };
}

/** Puts the policy into the built page, for servers that send no header. Not in dev, whose client needs inline code. */
function contentSecurityPolicy(): Plugin {
  const meta = { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY };
  return {
    name: 'synapse:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: meta, injectTo: 'head-prepend' }],
  };
}

/** Builds workers/sw.ts to dist/sw.js, a classic script under a fixed name, with the list of everything else that the app opens inside. */
function serviceWorker(): Plugin {
  return {
    name: 'synapse:service-worker',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('the build has no output folder');
      const files = listBuilt(dir);
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: {
          FILES: JSON.stringify(files),
          REVISION: JSON.stringify(sha256(JSON.stringify([files, HEADER_POLICY]), 'hex').slice(0, 16)),
          POLICY: JSON.stringify(HEADER_POLICY),
        },
        build: {
          target: 'es2023',
          outDir: dir,
          emptyOutDir: false,
          copyPublicDir: false,
          rolldownOptions: { input: 'workers/sw.ts', output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      });
    },
  };
}

/**
 * Every built file that the page may ask for, its URL relative to the service worker, with the hash that its bytes must have when they are fetched. Pictures
 * are for the system that installs the app: it fetches them itself.
 */
function listBuilt(dir: string): readonly { url: string; integrity: string }[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js' && !entry.name.endsWith('.png'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      url: relative(dir, path).split(sep).join('/'),
      integrity: `sha256-${sha256(readFileSync(path), 'base64')}`,
    }));
}

function sha256(content: string | Buffer, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}
