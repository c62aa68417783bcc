/**
 * Finds declarations in a style sheet that name a side of the screen (`margin-left`) and not a side of the text
 * (`margin-inline-start`). They are wrong in a language that is read from the right.
 */

const PHYSICAL_PROPERTY =
  /^(scroll-)?(margin|padding|border|inset)-(left|right)|^border-(top|bottom)-(left|right)-radius$|^(left|right)$/;
const PHYSICAL_VALUE = /^(text-align|float|clear|justify-content|justify-items|justify-self|caption-side)$/;
/** Properties whose value lists top, right, bottom and left. */
const FOUR_SIDES = /^(margin|padding|inset|scroll-margin|scroll-padding|border-width|border-color|border-style)$/;

/** The declarations found, as they are written; empty if there are none. */
export function physicalStyle(source: string): readonly string[] {
  return declarationsOf(source)
    .filter(([property, value]) => isPhysical(property, value))
    .map(([property, value]) => `${property}: ${value}`);
}

function isPhysical(property: string, value: string): boolean {
  if (PHYSICAL_PROPERTY.test(property)) return true;
  if (PHYSICAL_VALUE.test(property)) return /\b(left|right)\b/.test(value);
  if (property === 'transform' || property === 'translate') return /translate(X|3d)|translate\([^,)]+[,)]/.test(value);
  const sides = partsOf(value);
  if (FOUR_SIDES.test(property)) return sides.length === 4 && sides[1] !== sides[3];
  if (property === 'border-radius') return sides.length > 1 && new Set(cornersOf(sides)).size > 1;
  return false;
}

/** Compares the two upper corners with each other, and the two lower ones. */
function cornersOf([first = '', second = first, third = first, fourth = second]: readonly string[]): readonly string[] {
  return [first === second ? 'alike' : 'other', third === fourth ? 'alike' : 'other', 'alike'];
}

/** Splits a value at its spaces, but not at spaces within brackets. */
function partsOf(value: string): readonly string[] {
  return value.match(/(?:[^\s(]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g) ?? [];
}

function declarationsOf(source: string): readonly (readonly [string, string])[] {
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/(?:^|[{;])\s*([a-z-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])/g)].map(
    ([, property = '', value = '']) => [property, value] as const,
  );
}
