import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileResult, runVectors } from './conformance/run-vectors.ts';

const VECTORS = 'test/vectors';
const FILES = await runVectors(VECTORS);

test.for(FILES)('$file holds', ({ passed, differences }) => {
  expect(differences).toEqual([]);
  expect(passed).toBeGreaterThan(0);
});

test('there are vectors of every kind', () => {
  const kinds = new Set(FILES.map(({ file }) => file.replace(/trace-\d+/, 'trace')));
  expect([...kinds].sort()).toEqual([
    'decode.json',
    'delta.json',
    'genome-hashes.json',
    'registry-traces/trace.json',
    'wire.json',
  ]);
});

describe('a change in a copy of the vectors is noticed', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'vectors-'));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  /** The result of one file after `change`, in a copy of all files. */
  async function changed(file: string, change: (content: Content) => void): Promise<FileResult | undefined> {
    cpSync(VECTORS, copy, { recursive: true });
    const path = join(copy, file);
    const content = JSON.parse(readFileSync(path, 'utf8'));
    change(content);
    writeFileSync(path, JSON.stringify(content));
    return (await runVectors(copy)).find((result) => result.file === file);
  }

  test.for<[string, string, (content: Content) => void]>([
    ['a gene hash', 'genome-hashes.json', (cases) => Object.assign(cases[1], { hash: 'f'.repeat(64) })],
    ['the kind of a document', 'wire.json', (cases) => Object.assign(cases[0], { kind: 'handshake_response' })],
    ['an untampered genome', 'wire.json', (cases) => Object.assign(cases.at(-2), { kind: 'genome_file_tampered' })],
    ['what the decoder saw', 'decode.json', (cases) => Object.assign(cases[0].reference_value, { from_peer_id: 'x' })],
    ['what the decoder refused', 'decode.json', (cases) => Object.assign(cases[1], { reference_error: 'refused' })],
    ['the ids of a delta', 'delta.json', (cases) => Object.assign(cases[3], { ids: ['x'] })],
    ['whether there is more', 'delta.json', (cases) => Object.assign(cases[0], { has_more: !cases[0].has_more })],
  ])('%s', async ([, file, change]) => {
    const before = FILES.find((result) => result.file === file);
    const after = await changed(file, change);
    expect(after?.differences).toHaveLength(1);
    expect(after?.passed).toBe((before?.passed ?? 0) - 1);
  });

  test.for<[string, (state: Content) => void]>([
    ['a trust level', (state) => Object.assign(state.peers[0], { trust: 4 - state.peers[0].trust })],
    ['a millisecond of a time', (state) => Object.assign(state.peers[0], { last_seen: '2020-01-01T00:00:00.001Z' })],
    ['an additional peer', (state) => state.peers.push({ ...state.peers[0], peer_id: 'peer_z' })],
    ['a figure of the stats', (state) => Object.assign(state.stats, { total_backups: 99 })],
    ['a backup that is gone', (state) => state.backups.push({ peer_id: 'peer_z' })],
  ])('%s in a trace', async ([, change]) => {
    const after = await changed('registry-traces/trace-72.json', ({ steps }) => change(steps.at(-1).state));
    expect(after?.differences).toHaveLength(1);
    expect(after?.differences[0]).toMatch(/^step 119 /);
  });

  test('an unknown file', async () => {
    writeFileSync(join(copy, 'later.json'), '[]');
    expect((await runVectors(copy)).find(({ file }) => file === 'later.json')?.differences).toHaveLength(1);
  });
});

describe('the command', () => {
  const run = (dir: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'test/conformance.ts', dir], { encoding: 'utf8' });
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'vectors-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test('prints one line for each file and exits with 0', () => {
    const { status, stdout } = run(VECTORS);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(FILES.length);
  });

  test('exits with 1 if there are no vectors', () => {
    const { status, stdout } = run(dir);
    expect(status).toBe(1);
    expect(stdout).toContain('no vectors found');
  });

  test('exits with 1 if there is a difference', () => {
    const [first] = JSON.parse(readFileSync(`${VECTORS}/genome-hashes.json`, 'utf8'));
    writeFileSync(join(dir, 'genome-hashes.json'), JSON.stringify([{ ...first, hash: 'other' }]));
    const { status, stdout } = run(dir);
    expect(status).toBe(1);
    expect(stdout).toContain('FAIL genome-hashes.json: 0 passed, 1 failed');
  });
});

// biome-ignore lint/suspicious/noExplicitAny: vectors are JSON of many shapes, and this test changes them
type Content = any;
