/** Every word on the screen comes from the catalogue, and the catalogue says everything in both languages. */
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
  it('has modules to look at', () => expect(SCREENS.length).toBeGreaterThan(80));

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
  ])('refused: %s', ([source, found]) => {
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
  ])('fine: %s', (source) => {
    expect(strayText('src/ui/Sample.tsx', `export const sample = ${source};`)).toEqual([]);
  });
});

/** What the platform says, not the catalogue. */
const PLATFORM = /^formats\./;
/** Given back as it came, or a code or a name of the field that no language translates. */
const ALIKE = [
  'shell.placeOf',
  'exchange.askedWhom',
  'map.peer',
  'backup.reasonOf',
  'facts.levelOf',
  'incidents.mitre',
  'journal.times',
];
/** Groups of a preview that need no explanation. */
const SILENT = /^preview\.hints\.(fresh|genes|present|incidentsFresh|incidentsPresent)$/;
/** The words of the wire: English shows them as they are. */
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

/** What the sentences of outcomes and refusals are filled from. */
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
/** In turn, until one is what a sentence asks for. */
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

/** What a sentence says of a sample; null where it is not made for such a one. */
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

/** What both languages say of the first sample that fits both. */
function saidOf({ english, russian }: Entry): readonly [string, string] | null {
  for (const sample of SAMPLES) {
    const [inEnglish, inRussian] = [fill(english, sample), fill(russian, sample)];
    if (inEnglish !== null && inRussian !== null) return [inEnglish, inRussian];
  }
  return null;
}

const ENTRIES = sideBySide(en, ru).filter(({ path }) => !PLATFORM.test(path));

describe('the catalogue', () => {
  it('has the same entries of the same kind in both languages', () => {
    const inRussian = sideBySide(ru, en).filter(({ path }) => !WIRE.test(path));
    expect(inRussian.map(({ path }) => path).sort()).toEqual(
      sideBySide(en, ru)
        .map(({ path }) => path)
        .sort(),
    );
    expect(ENTRIES.length).toBeGreaterThan(500);
    const differing = ENTRIES.filter(({ english, russian }) => typeof english !== typeof russian);
    expect(differing.map(({ path }) => path)).toEqual([]);
  });

  it('can be said: every sentence has a sample that leaves no gap', () => {
    const unsaid = ENTRIES.filter((entry) => saidOf(entry) === null);
    expect(unsaid.map(({ path }) => path)).toEqual([]);
  });

  it('says nothing empty', () => {
    const empty = ENTRIES.filter((entry) => saidOf(entry)?.some((said) => said.trim() === ''));
    expect(empty.map(({ path }) => path).filter((path) => !SILENT.test(path))).toEqual([]);
  });

  it('says nothing in Russian as it is said in English', () => {
    const same = ENTRIES.filter((entry) => {
      const said = saidOf(entry);
      return said !== null && said[0] === said[1] && /\p{L}/u.test(said[0]);
    });
    expect(same.map(({ path }) => path)).toEqual(ALIKE);
  });
});
