/** How much of a name fits below its mark. Widths are guessed, in shares of the letters' size: nothing can be measured before it is drawn. */

const NARROW = 0.56;
const CAPITAL = 0.72;
const WIDE = 1.05;

/** Letters of the map, in pixels. */
const LETTERS = 13;

/** `width` in pixels. */
export function shortName(name: string, width: number): string {
  if (nameWidth(name) <= width) return name;
  const letters = Array.from(name);
  let used = widthOf('…');
  const kept = letters.findIndex((letter) => {
    used += widthOf(letter);
    return used > width;
  });
  return `${letters.slice(0, Math.max(1, kept)).join('').trimEnd()}…`;
}

/** In pixels. */
export function nameWidth(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum + widthOf(letter), 0);
}

function widthOf(letter: string): number {
  // From here on stand the scripts of East Asia and the pictures.
  if ((letter.codePointAt(0) ?? 0) >= 0x1100 && letter !== '…') return WIDE * LETTERS;
  return (/[\p{Lu}mwшщжюфм@%]/u.test(letter) ? CAPITAL : NARROW) * LETTERS;
}
