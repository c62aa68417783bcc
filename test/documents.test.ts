/** The documents say what is there: headings, paths and links that are referred to exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorOf, headingReferences, headingsOf, names, pathsIn, relativeLinks } from './house/references.ts';

const FOLDERS = ['src', 'workers', 'test', 'public', '.github'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath, entry.name)),
);
const SOURCES = [...FILES.filter((file) => /^(src|workers|test)\/.*\.(ts|tsx|css)$/.test(file)), 'vite.config.ts'];
const DOCUMENTS = ['README.md', ...FILES.filter((file) => /^\.github\/.*\.md$/.test(file))];
/** They hold samples of wrong references. */
const WITH_SAMPLES = ['test/documents.test.ts', 'test/house/references.ts'];
/** Folders that a command makes. */
const MADE = ['.github/screenshots'];

const read = (path: string) => readFileSync(path, 'utf8');

/** The lines that refer to a plan, which is no part of the project. */
function referencesToPlans(text: string): readonly string[] {
  return text.split('\n').filter((line) => /\b(DESIGN|HOUSE)\b/.test(line));
}

/** What is wrong with the references of a source, one sentence each. */
function brokenReferences(source: string): readonly string[] {
  return headingReferences(source)
    .filter(({ document, heading }) => !headingsOf(read(`.github/${document}.md`)).includes(heading))
    .map(({ document, heading }) => `${document} has no heading "${heading}"`);
}

/** The links of a document that lead nowhere. */
function brokenLinks(document: string, markdown: string): readonly string[] {
  return relativeLinks(markdown).filter((target) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? document : posix.join(posix.dirname(document), path);
    if (!existsSync(file)) return true;
    return anchor !== undefined && !headingsOf(read(file)).map(anchorOf).includes(anchor);
  });
}

describe('a source', () => {
  it('is one of many', () => expect(SOURCES.length).toBeGreaterThan(300));

  it.for(SOURCES.filter((path) => !WITH_SAMPLES.includes(path)))('refers to headings that exist: %s', (path) => {
    expect(brokenReferences(read(path))).toEqual([]);
    expect(referencesToPlans(read(path))).toEqual([]);
  });
});

describe('a document', () => {
  it('is one of several', () => expect(DOCUMENTS.length).toBeGreaterThan(4));

  it.for(DOCUMENTS)('names paths that exist: %s', (path) => {
    expect(pathsIn(read(path)).filter((named) => !MADE.includes(named) && !names(named, FILES))).toEqual([]);
  });

  it.for(DOCUMENTS)('links to what exists: %s', (path) => {
    expect(brokenLinks(path, read(path))).toEqual([]);
  });

  it.for(DOCUMENTS)('refers to no plan: %s', (path) => expect(referencesToPlans(read(path))).toEqual([]));
});

describe('a reference to a heading', () => {
  it.for([
    ['/** ARCHITECTURE "The flow". */', []],
    [
      '/** Unlike PROTOCOL "Times", see ARCHITECTURE "No such heading". */',
      ['ARCHITECTURE has no heading "No such heading"'],
    ],
    ['/**\n * ARCHITECTURE "The\n * flow" and PROTOCOL "Limits".\n */', []],
    ['// PROTOCOL "Limits\n// of all", a name broken over two lines', ['PROTOCOL has no heading "Limits of all"']],
    ['/** ARCHITECTURE says so. */', []],
  ] as const)('is found: %j', ([source, complaints]) => expect(brokenReferences(source)).toEqual(complaints));

  it.for(['/** The rule of DESIGN 4.3. */', '// HOUSE, section 2'])('is none to a plan: %s', (source) => {
    expect(referencesToPlans(source)).toEqual([source]);
  });
});

describe('a path in a document', () => {
  it.for([
    ['`src/main.tsx`', true],
    ['`src/ui/`', true],
    ['`src/ui/words/*/refusal-words.ts`', true],
    ['`test/**/*.test.ts`', true],
    ['`src/ui/words/{en,ru}.ts`', true],
    ['`src/nothing.ts`', false],
    ['`src/main.ts`', false],
    ['`src/main.tsx/`', false],
    ['`src/*/main.tsx`', false],
    ['`.github/NOTHING.md`', false],
  ] as const)('is found, and exists or not: %s %s', ([markdown, exists]) => {
    expect(pathsIn(markdown).map((path) => names(path, FILES))).toEqual([exists]);
  });

  it.for(['`npm test`', '```\nsrc/nothing.ts\n`src/nothing.ts`\n```', 'src/nothing.ts'])('is none: %j', (markdown) => {
    expect(pathsIn(markdown)).toEqual([]);
  });
});

describe('a link in a document', () => {
  it.for([
    ['[docs](ARCHITECTURE.md)', true],
    ['[the flow](ARCHITECTURE.md#the-flow)', true],
    ['[read me](../README.md)', true],
    ['![a picture](exchange.png)', true],
    ['<img src="exchange.png" />', true],
    ['[elsewhere](https://example.org/nothing.md)', true],
    ['[nothing](NOTHING.md)', false],
    ['[nothing](ARCHITECTURE.md#no-such-heading)', false],
    ['<a href="../nothing.md">nothing</a>', false],
  ] as const)('leads somewhere or not: %s %s', ([markdown, leads]) => {
    expect(brokenLinks('.github/SAMPLE.md', markdown)).toHaveLength(leads ? 0 : 1);
  });

  it.for([
    ['Who may import what', 'who-may-import-what'],
    ['The rooms of src/ui/', 'the-rooms-of-srcui'],
    ['Where is...?', 'where-is'],
    ['0.1.0', '010'],
  ])('has an anchor of the heading: %s', ([heading, anchor]) => expect(anchorOf(heading as string)).toBe(anchor));
});
