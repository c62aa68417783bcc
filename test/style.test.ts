/** Rules for every style sheet: sides are named by the text, so that a language read from the right works with them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { physicalStyle } from './house/physical-style.ts';

const FOLDER = 'src/ui/style';
const SHEETS = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
const ALL = SHEETS.map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8')).join('\n');

describe('the style sheets', () => {
  it('are found', () => expect(SHEETS.length).toBeGreaterThan(4));

  it('are imported by index.css, each of them once', () => {
    const index = readFileSync(`${FOLDER}/index.css`, 'utf8');
    const imported = [...index.matchAll(/@import "\.\/([\w-]+\.css)";/g)].map(([, name]) => name);
    expect(imported.sort()).toEqual(SHEETS.filter((name) => name !== 'index.css').sort());
  });

  it.for(SHEETS)('%s names sides of the text, not sides of the screen', (name) => {
    expect(physicalStyle(readFileSync(`${FOLDER}/${name}`, 'utf8'))).toEqual([]);
  });

  it.for(['forced-colors: active', 'prefers-color-scheme: dark'])('have rules for %s', (wish) => {
    const queries = [...ALL.matchAll(/@media \(([^)]*)\)/g)].map(([, query]) => query);
    expect(queries).toContain(wish);
  });

  it('move something only if the person has not asked for less motion', () => {
    const welcome = /@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]|\{[^{}]*\})*\}/g;
    expect(ALL.match(welcome)).not.toBeNull();
    expect(ALL.replace(welcome, '').match(/(animation|transition)[a-z-]*:[^;]*/g)).toBeNull();
  });

  it.for([
    'margin-left: 1rem',
    'padding-right: 1rem',
    'border-left: 1px solid',
    'border-top-left-radius: 1rem',
    'left: 0',
    'text-align: right',
    'float: left',
    'inset: 0 auto auto 1rem',
    'padding: 0 1rem 0 0',
    'margin: 0 calc(1rem + 2px) 0 max(1rem, calc(2px * 2))',
    'border-radius: 1rem 0 0 1rem',
    'transform: translateX(1rem)',
  ])('%s is refused', (declaration) => {
    expect(physicalStyle(`.a {\n  color: red;\n  ${declaration};\n}`)).toEqual([declaration]);
  });

  it.for([
    'margin-inline: 0 1rem',
    'inset-inline-start: 0',
    'text-align: start',
    'inset: auto 0 0',
    'padding: 0 1rem 2rem 1rem',
    'margin: calc(1rem + 2px) 0',
    'border-radius: 0 0 1rem 1rem',
    'transform: translateY(-200%)',
    'color: red; /* margin-left: 0; */ --left: 0',
  ])('%s is allowed', (declaration) => {
    expect(physicalStyle(`.a {\n  ${declaration};\n}`)).toEqual([]);
  });
});
