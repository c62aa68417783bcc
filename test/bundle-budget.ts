/** How large the built app may be: what is loaded before the first paint, and everything that is stored. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * In bytes, gzip. `firstPaint`: the scripts of index.html and what they import. `stored`: everything that the service
 * worker keeps, and the service worker itself.
 */
const BUDGET = { firstPaint: 35_000, stored: 205_000 } as const;

/** Prints the built files below `dist` with their sizes. True if both sums are within the budget and not empty. */
export function checkBundleBudget(dist: string): boolean {
  const sizeOf = (name: string) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;
  const first = withImports(dist, scriptsOf(readFileSync(join(dist, 'index.html'), 'utf8')));
  const stored = ['sw.js', ...storedFiles(readFileSync(join(dist, 'sw.js'), 'utf8'))];
  for (const name of stored)
    console.log(`     ${name}: ${kilobytes(sizeOf(name))}${first.has(name) ? ', first paint' : ''}`);
  const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + sizeOf(name), 0);
  const sizes = { firstPaint: sum(first), stored: sum(stored) };
  const parts = ['firstPaint', 'stored'] as const;
  for (const part of parts) console.log(`${part}: ${kilobytes(sizes[part])} of ${kilobytes(BUDGET[part])}`);
  return first.size > 0 && stored.length > first.size && parts.every((part) => sizes[part] <= BUDGET[part]);
}

function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/<script[^>]+src="\.\/([^"]+)"/g)].map(([, name = '']) => name);
}

/** The files and all that they import statically. What is imported on demand comes after the first paint. */
function withImports(dist: string, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const code = readFileSync(join(dist, name), 'utf8');
    const imports = code.matchAll(/\b(?:from|import)\s*"\.\/([^"]+\.js)"/g);
    queue.push(...[...imports].map(([, file = '']) => `assets/${file}`));
  }
  return found;
}

/** The list that the build wrote into the service worker. */
function storedFiles(serviceWorker: string): readonly string[] {
  return [...serviceWorker.matchAll(/\burl:\s*[`"']([^`"']+)[`"']/g)].map(([, url = '']) => url);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB gzip`;
}
