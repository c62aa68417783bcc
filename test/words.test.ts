/** Every word on the screen comes from the catalogue, and both languages say everything. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../src/ui/words/en.ts';
import { ru } from '../src/ui/words/ru.ts';
import { strayText } from './house/stray-text.ts';

const SCREENS = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('words/'))
  .map((name) => `src/ui/${name}`)
  .sort();

describe('text on the screen', () => {
  it('is looked for in many modules', () => expect(SCREENS.length).toBeGreaterThan(80));

  it.for(SCREENS)('%s takes every word from the catalogue', (path) => {
    expect(strayText(path, readFileSync(path, 'utf8'))).toEqual([]);
  });

  it.for([
    ['<p>Saved</p>', 'Saved'],
    ['<p>Сохранено</p>', 'Сохранено'],
    ["<p>{'Saved'}</p>", 'Saved'],
    ["<p>{ok ? 'Saved' : words.no}</p>", 'Saved'],
    ["<p>{ok && 'Saved'}</p>", 'Saved'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample holds a template.
    ['<p>{`${count} facts`}</p>', 'facts'],
    ["<>{count + ' facts'}</>", 'facts'],
    ['<button aria-label="Close" />', 'Close'],
    ["<img alt={'A map'} />", 'A map'],
    ['<Field label="Name">{input}</Field>', 'Name'],
    ["act.run(name, async () => ({ kind: 'said', text: 'Copied' }))", 'Copied'],
    ["document.title = 'Facts'", 'Facts'],
    ['<p>Synapse node</p>', 'Synapse node'],
  ])('%s is refused', ([source, found]) => {
    expect(strayText('src/ui/Sample.tsx', `export const sample = ${source};`)).toContain(found);
  });

  it.for([
    '<p class="muted">{words.saved}</p>',
    "<p>{value === 'same' ? words.same : words.other}</p>",
    '<span>Synapse</span>',
    "<p>{' · '}… {3} +</p>",
    '<input type="text" autocomplete="off" aria-labelledby="title-id" />',
    "<p>{nameOf('peer')}</p>",
    '/* Saved */ <p>{/* Saved */}</p>',
  ])('%s is allowed', (source) => {
    expect(strayText('src/ui/Sample.tsx', `export const sample = ${source};`)).toEqual([]);
  });
});

/** Words that the platform says, not the catalogue. */
const PLATFORM = /^formats\./;
/** Entries that are the same in both languages: what they are given, codes, and names that are not translated. */
const SAME_IN_BOTH = [
  'shell.placeOf',
  'exchange.askedWhom',
  'map.peer',
  'backup.reasonOf',
  'facts.levelOf',
  'incidents.mitre',
  'journal.times',
];
/** Hints that are empty: the name of the bucket says enough. */
const SILENT = /^preview\.hints\.(fresh|genes|present|incidentsFresh|incidentsPresent)$/;
/** Words of the wire. English shows them as they are, so its lists are empty. */
const WIRE = /^incidents\.(statuses|severities)\./;

interface Entry {
  readonly path: string;
  readonly english: unknown;
  readonly russian: unknown;
}

function sideBySide(english: unknown, russian: unknown, path = ''): readonly Entry[] {
  if (typeof english !== 'object' || english === null) return [{ path, english, russian }];
  const other = russian as Record<string, unknown>;
  return Object.entries(english).flatMap(([key, value]) =>
    sideBySide(value, other[key], path === '' ? key : `${path}.${key}`),
  );
}

/** Values for the sentences of outcomes and refusals. */
const FIGURES = {
  peer: 'Mara',
  found: '7',
  wanted: '5',
  place: '/facts/17',
  counts: { facts: 2, genes: 1, incidents: 3, conflicts: 4, kept: 1 },
};
const PLAN = {
  facts: { taken: 2, total: 3 },
  updates: { taken: 1, total: 1 },
  incidents: { taken: 0, total: 4 },
  conflicts: { total: 4, take: 1, theirs: 1, both: 1, leave: 1 },
};
/** Arguments to try on a sentence, one list after the other, until one fits. */
const SAMPLES: readonly (readonly unknown[])[] = [
  ['Mara', 'Noor', 'Ilse', 'Piet'],
  ['Mara', 3, 4, 5],
  [3, 'Mara', 4, 5],
  [3, 4, 'Mara', 5],
  [3, 4, 5, 6],
  [FIGURES, FIGURES, FIGURES],
  [['Mara', 'Noor'], 3],
  ['Mara', ['Noor', 'Ilse']],
  [PLAN],
  ['stale', 3],
];
const GAP = /undefined|null|NaN|\[object|=>/;

/** The sentence, filled from a sample; null if the sample does not fit. */
function fill(sentence: unknown, sample: readonly unknown[]): string | null {
  if (typeof sentence !== 'function') return String(sentence);
  try {
    const said: unknown = sentence(...sample);
    const text = typeof said === 'object' ? JSON.stringify(said) : String(said);
    return GAP.test(text) ? null : text;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** The sentence in both languages, filled from the first sample that fits both; null if none does. */
function saidOf({ english, russian }: Entry): readonly [string, string] | null {
  for (const sample of SAMPLES) {
    const [inEnglish, inRussian] = [fill(english, sample), fill(russian, sample)];
    if (inEnglish !== null && inRussian !== null) return [inEnglish, inRussian];
  }
  return null;
}

/** The files of one language, each with the names that it exports. */
function exportsOf(language: string): Readonly<Record<string, readonly string[]>> {
  const folder = `src/ui/words/${language}`;
  const namesIn = (source: string) =>
    [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = '']) => name);
  const files = readdirSync(folder).sort();
  return Object.fromEntries(files.map((file) => [file, namesIn(readFileSync(`${folder}/${file}`, 'utf8')).sort()]));
}

const ENTRIES = sideBySide(en, ru).filter(({ path }) => !PLATFORM.test(path));

describe('the catalogue', () => {
  it('has the same entries, in the same order and of the same kind, in both languages', () => {
    const inRussian = sideBySide(ru, en).filter(({ path }) => !WIRE.test(path));
    expect(inRussian.map(({ path }) => path)).toEqual(sideBySide(en, ru).map(({ path }) => path));
    expect(ENTRIES.length).toBeGreaterThan(500);
    const differing = ENTRIES.filter(({ english, russian }) => typeof english !== typeof russian);
    expect(differing.map(({ path }) => path)).toEqual([]);
  });

  it('has the same files, with the same exports, in both languages', () => {
    const [english, russian] = [exportsOf('en'), exportsOf('ru')];
    expect(Object.keys(english).length).toBeGreaterThan(10);
    expect(russian).toEqual(english);
  });

  it('leaves no gap in any sentence', () => {
    const unfilled = ENTRIES.filter((entry) => saidOf(entry) === null);
    expect(unfilled.map(({ path }) => path)).toEqual([]);
  });

  it('has no empty sentence', () => {
    const empty = ENTRIES.filter((entry) => saidOf(entry)?.some((said) => said.trim() === ''));
    expect(empty.map(({ path }) => path).filter((path) => !SILENT.test(path))).toEqual([]);
  });

  it('says everything in Russian in other words than in English', () => {
    const same = ENTRIES.filter((entry) => {
      const said = saidOf(entry);
      return said !== null && said[0] === said[1] && /\p{L}/u.test(said[0]);
    });
    expect(same.map(({ path }) => path)).toEqual(SAME_IN_BOTH);
  });
});
