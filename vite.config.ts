/** How Synapse is built, served and tested. The service worker and the Content-Security-Policy are made here, from what was built. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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
    // What two screens or more share is one file; what is seldom needed stays out of it, as it comes before the first paint. The screens behind the first
    // one are another: packed together they are 4 of 26 kB less to store.
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            {
              name: 'parts',
              test: /src\/(carry\/|domain\/|ui\/(?!preview|restore|practice|screens\/node\/archive))/,
              minShareCount: 2,
            },
            { name: 'screens', test: /src\/ui\/screens\/(facts|incidents|journal|node|peers)\// },
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
  plugins: [contentSecurityPolicy(), icons(), serviceWorker()],
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

/** One icon of public/icon.svg. `filled`: without the round corners, which the system cuts itself. `room`: the part of the picture that the mark may take. */
interface Icon {
  readonly size: number;
  readonly filled: boolean;
  readonly room: number;
}

const ICONS: Readonly<Record<string, Icon>> = {
  'icon-192.png': { size: 192, filled: false, room: 1 },
  'icon-512.png': { size: 512, filled: false, room: 1 },
  // A maskable icon keeps what matters within a circle of 80 % of its width (W3C, Web Application Manifest, icon masks).
  'icon-maskable-512.png': { size: 512, filled: true, room: 0.8 },
  'apple-touch-icon.png': { size: 180, filled: true, room: 0.95 },
};

/** The icons that systems want as PNG, drawn from the one SVG. */
function icons(): Plugin {
  return {
    name: 'synapse:icons',
    apply: 'build',
    async generateBundle() {
      const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
      resvgReady ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
      await resvgReady;
      const svg = readFileSync('public/icon.svg', 'utf8');
      const ground = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
      if (ground === undefined) throw new Error('public/icon.svg has no ground');
      for (const [fileName, { size, filled, room }] of Object.entries(ICONS)) {
        const options = { fitTo: { mode: 'width', value: size }, ...(filled && { background: ground }) } as const;
        this.emitFile({ type: 'asset', fileName, source: new Resvg(within(svg, room), options).render().asPng() });
      }
    },
    // Not in index.html itself: there Vite looks for it in public/.
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './apple-touch-icon.png' }, injectTo: 'head' },
    ],
  };
}

/** It can be started once in a process, which may build more than once. */
let resvgReady: Promise<void> | undefined;

/** The picture drawn smaller, in the middle of a square of its own size. */
function within(svg: string, room: number): string {
  const size = `${room * 100}%`;
  const edge = `${((1 - room) / 2) * 100}%`;
  const inner = svg.replace('<svg ', `<svg x="${edge}" y="${edge}" width="${size}" height="${size}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${inner}</svg>`;
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
