/** What the built code may weigh on the way to a phone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes, gzip. Page: every script and style sheet it may load, now or on demand. Worker: everything below dist/worker. */
const BUDGET = { page: 92_000, worker: 76_000 } as const;

/** Prints what was built below `dist` and its size; true where each part is there and within its budget. */
export function checkBundleBudget(dist: string): boolean {
  const sizes = { page: 0, worker: 0 };
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(js|css)$/.test(name) || name === 'sw.js') continue;
    const size = gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;
    console.log(`     ${name}: ${kilobytes(size)}`);
    sizes[name.startsWith('worker') ? 'worker' : 'page'] += size;
  }
  const parts = ['page', 'worker'] as const;
  for (const part of parts) console.log(`${part}: ${kilobytes(sizes[part])} of ${kilobytes(BUDGET[part])}`);
  return parts.every((part) => sizes[part] > 0 && sizes[part] <= BUDGET[part]);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB gzip`;
}
