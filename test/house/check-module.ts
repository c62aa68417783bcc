/** Holds one module to the rules of the house, which test/house/plan.ts lists. */
import { posix } from 'node:path';
import { CATALOGUE, MOST_LINES, NOT_IN_DOMAIN, PLAN, type Room } from './plan.ts';
import { type Import, type ModuleFacts, readModule } from './read-module.ts';

/** One sentence for each rule that the module breaks; empty if it breaks none. */
export function checkModule(path: string, source: string): readonly string[] {
  const facts = readModule(path, source);
  return [...checkImports(facts), ...checkPurity(facts), ...checkShape(facts)].map(
    (complaint) => `${path} ${complaint}`,
  );
}

function checkImports({ path, imports }: ModuleFacts): readonly string[] {
  const room = PLAN.find(({ place }) => isWithin(path, place));
  if (!room) return ['has no place in the plan of the house'];
  return imports.filter((one) => !mayImport(room, path, one)).map(describe);
}

function mayImport(room: Room, path: string, { specifier, how }: Import): boolean {
  const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
  const listed = (places: readonly string[] = []) => places.some((place) => isWithin(target, place));
  if (how === 'type' && listed(room.types)) return true;
  if (how === 'onDemand' && listed(room.onDemand)) return true;
  return listed(room.values);
}

function describe({ specifier, how }: Import): string {
  const words = { value: 'imports', type: 'imports the types of', onDemand: 'imports on demand' };
  return `${words[how]} ${specifier}, which its place in the house does not allow`;
}

/** A folder contains what is below it, a package its own entries (`preact/hooks`), a file only itself. */
function isWithin(target: string, place: string): boolean {
  return target === place || target.startsWith(place.endsWith('/') ? place : `${place}/`);
}

function checkPurity({ path, touched }: ModuleFacts): readonly string[] {
  if (!path.startsWith('src/domain/')) return [];
  return [...touched]
    .filter((name) => NOT_IN_DOMAIN.some((forbidden) => forbidden.test(name)))
    .map((name) => `reaches for ${name}, which a rule is given as an argument or does not need`);
}

function checkShape({ path, lines, emptyCatches, typesOnly }: ModuleFacts): readonly string[] {
  return [
    ...(lines > MOST_LINES && !path.startsWith(CATALOGUE) ? [`has ${lines} lines`] : []),
    ...(emptyCatches > 0 ? ['swallows an error in an empty catch'] : []),
    ...(path === 'src/peer-api.ts' && !typesOnly ? ['holds more than types'] : []),
  ];
}
