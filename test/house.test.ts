/** The rules of the house, held against every module, and against samples that keep or break them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkModule } from './house/check-module.ts';
import { longLines } from './house/long-lines.ts';

const FILES = ['src', 'workers', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .sort(),
);
const MODULES = FILES.filter((path) => /^(src|workers)\/.*\.tsx?$/.test(path));
const READ_BY_PEOPLE = [...FILES.filter((path) => /\.(tsx?|css|html)$/.test(path)), 'index.html', 'vite.config.ts'];

describe('the plan of the house', () => {
  it('is checked in many modules', () => expect(MODULES.length).toBeGreaterThan(30));

  it.for(MODULES)('is kept by %s', (path) => {
    expect(checkModule(path, readFileSync(path, 'utf8'))).toEqual([]);
  });
});

describe('who may import what', () => {
  it.for([
    ['src/domain/fact.ts', "import { readFacts } from '../wire/facts.ts';"],
    ['src/domain/fact.ts', "import type { Preview } from '../peer-api.ts';"],
    ['src/domain/fact.ts', "export { openDB } from 'idb';"],
    ['src/wire/facts.ts', "import { openStore } from '../store/database.ts';"],
    ['src/store/database.ts', "const { wrap } = await import('comlink');"],
    ['src/service/identity.ts', "import { openDB } from 'idb';"],
    ['src/service/identity.ts', "import * as ed25519 from '@noble/ed25519';"],
    ['src/carry/clipboard.ts', "import type { Carried } from '../peer-api.ts';"],
    ['src/ui/app/App.tsx', "import { readFacts } from '../../wire/facts.ts';"],
    ['src/ui/app/App.tsx', "import { type PeerApi } from '../../peer-api.ts';"],
    ['src/ui/parts/Button.tsx', "import { useJournal } from '../screens/journal/use-journal.ts';"],
    ['src/ui/hooks/use-act.ts', "import { Button } from '../parts/Button.tsx';"],
    ['src/ui/preview/PreviewPanel.tsx', "import { RestoreArchive } from '../restore/RestoreArchive.tsx';"],
    ['src/ui/app/App.tsx', "import { createPeerService } from '../../service/peer-service.ts';"],
    ['src/ui/app/App.tsx', "let store: import('../../store/node-store.ts').NodeStore;"],
    ['src/ui/app/App.tsx', "import 'preact-router';"],
    ['src/peer-api.ts', "import { proxy } from 'comlink';"],
    ['src/peer-client.ts', "import '../workers/peer.worker.ts';"],
    ['workers/sw.ts', "import { hex } from '../src/domain/bytes.ts';"],
    ['workers/peer.worker.ts', "import { readDocument } from '../src/wire/read-document.ts';"],
  ])('forbids in %s: %s', ([path, source]) => {
    expect(checkModule(path as string, source as string)).toContainEqual(expect.stringContaining('does not allow'));
  });

  it.for([
    ['src/domain/fact.ts', "import { refuse } from './refusal.ts'; // import 'idb'"],
    ['src/service/identity.ts', "const ed25519 = await import('@noble/ed25519');"],
    ['src/ui/parts/Button.tsx', "import { useState } from 'preact/hooks'; import './button.css';"],
    ['src/ui/app/App.tsx', "import { Trust } from '../../domain/trust.ts'; import '../../carry/clipboard.ts';"],
    ['src/peer-client.ts', "import workerUrl from '../workers/peer.worker.ts?worker&url';"],
  ])('allows in %s: %s', ([path, source]) => {
    expect(checkModule(path as string, source as string)).toEqual([]);
  });

  it('names a module that is not in the plan', () => {
    expect(checkModule('src/utils.ts', '')).toEqual([expect.stringContaining('no place')]);
  });
});

describe('a module of the domain', () => {
  it.for([
    'const now = Date.now();',
    "const now = Date['now']();",
    'const now = globalThis.Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const now = performance.now();',
    'const chance = Math.random();',
    'crypto.getRandomValues(new Uint8Array(4));',
    'setTimeout(expire, 1000);',
    'export const rule = (sleep = setInterval) => sleep;',
    "indexedDB.open('synapse');",
    'const hooks = { setTimeout };',
    "window.addEventListener('online', retry);",
    "document.querySelector('main');",
    "document.body.textContent = '';",
  ])('may not say: %s', (source) => {
    expect(checkModule('src/domain/rule.ts', source)[0]).toContain('reaches for');
  });

  it.for([
    'const when = new Date(millis).toISOString();',
    'const { kind } = document; if (document.kind === kind) document.facts.map(readFact);',
    'const seen = peer.window; const at = clock.Date.now; plan.setTimeout(5);',
    "// Date.now() is the caller's\nconst words = 'Math.random()';",
    'interface Options { setTimeout: number; indexedDB?: string }',
  ])('may say: %s', (source) => {
    expect(checkModule('src/domain/rule.ts', source)).toEqual([]);
  });

  it('is the only kind that may not read the clock', () => {
    expect(checkModule('workers/peer.worker.ts', 'const now = Date.now();')).toEqual([]);
  });
});

describe('the shape of a module', () => {
  it.for(['try { f(); } catch {}', 'try { f(); } catch { /* later */ }', 'f().catch(() => {});'])(
    'has no swallowed error: %s',
    (source) => {
      expect(checkModule('src/carry/f.ts', source)).toEqual([expect.stringContaining('empty catch')]);
    },
  );

  it('may have an error that is handled', () => {
    expect(checkModule('src/carry/f.ts', 'try { f(); } catch (error) { tell(error); } f().catch(tell);')).toEqual([]);
  });

  it('is types only for peer-api.ts', () => {
    const types = [
      "import type { A } from './domain/a.ts';",
      'export interface B {}',
      'export type C = A;',
      "export type { D } from './domain/d.ts';",
    ].join(' ');
    expect(checkModule('src/peer-api.ts', types)).toEqual([]);
    expect(checkModule('src/peer-api.ts', `${types} export const LIMIT = 1;`)).toEqual([
      expect.stringContaining('more than types'),
    ]);
  });

  it('is 300 lines long at most', () => {
    expect(checkModule('src/carry/f.ts', '\n'.repeat(299))).toEqual([]);
    expect(checkModule('src/carry/f.ts', '\n'.repeat(300))).toEqual([expect.stringContaining('301 lines')]);
  });

  it('is longer only for a list of words', () => {
    expect(checkModule('src/ui/words/en/f.ts', '\n'.repeat(300))).toEqual([]);
  });
});

describe('no line is longer than 120 columns', () => {
  it('in many files', () => expect(READ_BY_PEOPLE.length).toBeGreaterThan(300));

  it.for(READ_BY_PEOPLE)('in %s', (path) => {
    expect(longLines(path, readFileSync(path, 'utf8'))).toEqual([]);
  });

  it('but one of 121 is, wherever it stands', () => {
    const [short, long] = ['x'.repeat(120), 'x'.repeat(121)];
    expect(longLines('src/main.tsx', `${long}\n${short}\r\n${long}`)).toEqual([1, 3]);
    expect(longLines('test/wire/fields.test.ts', long)).toEqual([1]);
  });

  it('if each character counts as one column', () => {
    expect(longLines('src/ui/words/ru.ts', 'щ'.repeat(120))).toEqual([]);
    expect(longLines('src/ui/words/ru.ts', '🔑'.repeat(120))).toEqual([]);
    expect(longLines('src/ui/words/ru.ts', '🔑'.repeat(121))).toEqual([1]);
  });

  it.for(['src/ui/words/en/fact-words.ts', 'src/ui/words/ru/fact-words.ts', 'test/data/a.ts', 'test/vectors/a.ts'])(
    'except in %s',
    (path) => expect(longLines(path, 'x'.repeat(121))).toEqual([]),
  );
});
