/** Runs vectors of every kind, file by file. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { checkDecode } from './check-decode.ts';
import { checkDelta } from './check-delta.ts';
import { checkGenomeHash } from './check-genome-hash.ts';
import { checkTrace } from './check-trace.ts';
import { checkWire } from './check-wire.ts';

export interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly differences: readonly string[];
}

/** Checks one case. Returns null, or what differs. */
export type Check<Case> = (one: Case) => Promise<string | null> | string | null;

/** Runs every JSON file below `dir`. The name or the folder of a file tells its kind. */
export async function runVectors(dir: string): Promise<readonly FileResult[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(paths.map((path) => runFile(dir, path)));
}

async function runFile(dir: string, path: string): Promise<FileResult> {
  const file = relative(dir, path);
  const content = JSON.parse(await readFile(path, 'utf8'));
  if (file.startsWith('registry-traces')) return { file, ...checkTrace(content) };
  switch (basename(path)) {
    case 'genome-hashes.json':
      return { file, ...(await checkAll(content, checkGenomeHash)) };
    case 'wire.json':
      return { file, ...(await checkAll(content, checkWire)) };
    case 'decode.json':
      return { file, ...(await checkAll(content, checkDecode)) };
    case 'delta.json':
      return { file, ...(await checkAll(content, checkDelta)) };
    default:
      return { file, passed: 0, differences: ['this kind of vectors is unknown'] };
  }
}

async function checkAll<Case>(cases: readonly (Case & { name: string })[], check: Check<Case>) {
  const results = await Promise.all(
    cases.map(async (one) => ({
      name: one.name,
      difference: await check(one),
    })),
  );
  const differences = results.flatMap(({ name, difference }) =>
    difference === null ? [] : [`${name}: ${difference}`],
  );
  return { passed: results.length - differences.length, differences };
}
