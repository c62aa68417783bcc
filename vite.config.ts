/** How Synapse is built, served and tested. Makes the Content-Security-Policy, the icons and the service worker. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { testProjects } from './test/projects.ts';
import { LAST_RESORT_MS } from './test/watch/last-resort.ts';

/**
 * Allows what this origin serves and nothing else, no inline code, and script addresses only through the policy of
 * src/trusted-url.ts.
 */
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

/** As a header, the policy also binds the worker, and it can forbid frames, which a meta element cannot. */
const HEADER_POLICY = `${PAGE_POLICY}; frame-ancestors 'none'`;

export default defineConfig({
  // Relative addresses: the built folder works below any path of any static server.
  base: './',
  // A path that was not built is a 404, not the page again.
  appType: 'mpa',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // `shared` is loaded before the first paint, so it takes only what the page itself imports (`$initial`) and others
    // import too. What src/ui/app/later-screens.ts lists is one file, with all that the screens share: packed together
    // they take less room. Both catalogues use `formats`; in a file of its own, no catalogue waits for the screens.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', tags: ['$initial'], minShareCount: 2 },
            { name: 'formats', test: /src\/ui\/words\/formats/ },
            { name: 'screens', test: /src\/ui\/(app\/later-screens|practice\/PracticeBanner|screens\/(?!exchange))/ },
          ],
        },
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [passphraseOnly()],
    // A folder of its own tells the worker's files from those of the page.
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
  // The limits of a whole run are not for a machine that is slow.
  test: { projects: testProjects, teardownTimeout: LAST_RESORT_MS, browser: { connectTimeout: LAST_RESORT_MS } },
});

/**
 * Leaves out the parts of age-encryption that only public keys need: archives are locked with a passphrase. That saves
 * 35 of 49 kB gzip. Code that used a part left out would throw.
 */
function passphraseOnly(): Plugin {
  const replacements: Readonly<Record<string, string>> = {
    '@noble/post-quantum/hybrid.js': 'export const MLKEM768P256 = null, MLKEM768X25519 = null;',
    '@noble/curves/nist.js': 'export const p256 = null;',
    '@noble/curves/ed25519.js': 'export const x25519 = null;',
  };
  const PREFIX = '\0left-out:';
  return {
    name: 'synapse:passphrase-only',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) => (id in replacements && importer?.includes('age-encryption') ? PREFIX + id : null),
    load: (id) => (id.startsWith(PREFIX) ? replacements[id.slice(PREFIX.length)] : null),
  };
}

/** Puts the policy into the built page, for servers that send no header. Not in dev, which needs inline code. */
function contentSecurityPolicy(): Plugin {
  const meta = { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY };
  return {
    name: 'synapse:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: meta, injectTo: 'head-prepend' }],
  };
}

/** A PNG that is drawn from public/icon.svg. */
interface Icon {
  /** Width and height in pixels. */
  readonly size: number;
  /** Without round corners: the system cuts its own. */
  readonly filled: boolean;
  /** The part of the width that the picture takes, from 0 to 1. */
  readonly scale: number;
}

const ICONS: Readonly<Record<string, Icon>> = {
  'icon-192.png': { size: 192, filled: false, scale: 1 },
  'icon-512.png': { size: 512, filled: false, scale: 1 },
  // What matters in a maskable icon is within 80 % of its width (W3C, Web Application Manifest, icon masks).
  'icon-maskable-512.png': { size: 512, filled: true, scale: 0.8 },
  'apple-touch-icon.png': { size: 180, filled: true, scale: 0.95 },
};

/** Draws the icons that systems want as PNG. */
function icons(): Plugin {
  return {
    name: 'synapse:icons',
    apply: 'build',
    async generateBundle() {
      const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
      resvgReady ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
      await resvgReady;
      const svg = readFileSync('public/icon.svg', 'utf8');
      const background = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
      if (background === undefined) throw new Error('public/icon.svg has no background');
      for (const [fileName, { size, filled, scale }] of Object.entries(ICONS)) {
        const options = { fitTo: { mode: 'width', value: size }, ...(filled && { background }) } as const;
        this.emitFile({ type: 'asset', fileName, source: new Resvg(scaled(svg, scale), options).render().asPng() });
      }
    },
    // Vite would look for a link in index.html in public/, where this file is not.
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './apple-touch-icon.png' }, injectTo: 'head' },
    ],
  };
}

/** A process may build more than once, but can start the library only once. */
let resvgReady: Promise<void> | undefined;

/** The picture in the middle of its square, `scale` times as wide. */
function scaled(svg: string, scale: number): string {
  const size = `${scale * 100}%`;
  const edge = `${((1 - scale) / 2) * 100}%`;
  const inner = svg.replace('<svg ', `<svg x="${edge}" y="${edge}" width="${size}" height="${size}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${inner}</svg>`;
}

/** Builds workers/sw.ts to dist/sw.js, a classic script that contains the list of all files of the app. */
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
 * Every built file that the page may ask for: its URL relative to the service worker, and the hash that its bytes must
 * have. Pictures are not in it: the system that installs the app fetches them itself.
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
