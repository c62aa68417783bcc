/** How much of a name fits below its mark. Widths are guessed, in shares of the letters' size: nothing can be measured before it is drawn. */

const NARROW = 0.56;
const CAPITAL = 0.72;
const WIDE = 1.05;

/** `width` and `size` in pixels. */
export function shortName(name: string, width: number, size: number): string {
  const letters = Array.from(name);
  let used = 0;
  for (const [index, letter] of letters.entries()) {
    used += widthOf(letter) * size;
    if (used > width)
      return `${letters
        .slice(0, Math.max(1, index - 1))
        .join('')
        .trimEnd()}…`;
  }
  return name;
}

function widthOf(letter: string): number {
  // From here on stand the scripts of East Asia and the pictures.
  if ((letter.codePointAt(0) ?? 0) >= 0x1100) return WIDE;
  return /[\p{Lu}mwшщжюфм@%]/u.test(letter) ? CAPITAL : NARROW;
}
