/**
 * `npm run figures -- DIR`: figures about the structure of the source below DIR (by default this project), to compare
 * one commit with another. Asserts nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { readModule } from './house/read-module.ts';
import { circles, floors, type Graph, importerCounts, joined } from './house/structure.ts';

/** Catalogues are lists of sentences. They are left out of what is said about the size of a file. */
const WORDS = /^src\/ui\/words\//;
const SMALL = 25;

const root = process.argv[2] ?? '.';
const modules = ['src', 'workers'].flatMap((folder) => filesBelow(folder).filter((path) => /\.tsx?$/.test(path)));
const lines = new Map(modules.map((path) => [path, contentOf(path).trimEnd().split('\n')]));
const imports = importGraph(modules);
const screen = only(imports, (path) => path.startsWith('src/ui/'));
const rooms = joined(screen, (path) => path.split('/')[2] ?? path);
const folders = joined(imports, folderOf);
const withoutWords = modules.filter((path) => !WORDS.test(path));

const table: readonly (readonly [string, number | string])[] = [
  ['source files (.ts and .tsx in src and workers)', modules.length],
  ['lines in them', sum(modules.map(lengthOf))],
  ['median lines of a file, without words', median(withoutWords.map(lengthOf))],
  [`files of ${SMALL} lines or fewer, without words`, withoutWords.filter((path) => lengthOf(path) <= SMALL).length],
  ['longest line, without words', longestLine(withoutWords)],
  ['files with one importer', withOneImporter(imports)],
  ['files with one importer, in src/ui', withOneImporter(imports, 'src/ui/')],
  ['rooms of src/ui', rooms.size],
  ['floors of these rooms', floors(rooms)],
  ['circles between these rooms', listed(circles(rooms))],
  ['folders of src and workers', folders.size],
  ['floors of these folders', floors(folders)],
  ['circles between these folders', listed(circles(folders))],
  ['circles between files', listed(circles(imports))],
];
for (const [name, figure] of table) console.log(`${name.padEnd(50)} ${figure}`);

function filesBelow(folder: string): readonly string[] {
  return readdirSync(posix.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .sort();
}

function contentOf(path: string): string {
  return readFileSync(posix.join(root, path), 'utf8');
}

/** A module at the top of `src` or `workers` counts as a folder of its own. */
function folderOf(path: string): string {
  return path.split('/').length === 2 ? path : posix.dirname(path);
}

/** Imports between the modules, of values and of types. */
function importGraph(paths: readonly string[]): Graph {
  const known = new Set(paths);
  return new Map(
    paths.map((path) => {
      const specifiers = readModule(path, contentOf(path)).imports.map(({ specifier }) => specifier);
      const targets = specifiers
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')));
      return [path, new Set(targets.filter((target) => known.has(target)))];
    }),
  );
}

function only(graph: Graph, isWanted: (node: string) => boolean): Graph {
  const wanted = [...graph].filter(([node]) => isWanted(node));
  return new Map(wanted.map(([node, imported]) => [node, new Set([...imported].filter(isWanted))]));
}

function withOneImporter(graph: Graph, below = ''): number {
  return [...importerCounts(graph)].filter(([path, count]) => path.startsWith(below) && count === 1).length;
}

function lengthOf(path: string): number {
  return lines.get(path)?.length ?? 0;
}

function longestLine(paths: readonly string[]): string {
  const longest = paths
    .flatMap((path) => (lines.get(path) ?? []).map((line, index) => ({ columns: [...line].length, path, index })))
    .reduce((one, other) => (other.columns > one.columns ? other : one));
  return `${longest.columns} (${longest.path}: ${longest.index + 1})`;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function listed(groups: readonly (readonly string[])[]): string {
  return [`${groups.length}`, ...groups.map((group) => `(${group.join(', ')})`)].join(' ');
}
