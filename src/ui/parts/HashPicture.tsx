/**
 * A hash as a picture, which two people compare. It has sixteen tiles: each has one of eight shapes, one of four turns
 * and one of four colours. The shapes alone are enough to tell two hashes apart.
 */
import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';
import { Disclosure } from './Disclosure.tsx';
import { groupsOf, tilesOf } from './picture-tiles.ts';

/** Paths in a square of 10. */
const SHAPES: readonly string[] = [
  'M0 0h10v10H0Z',
  'M0 0h10L0 10Z',
  'M0 0a10 10 0 0 1 10 10H0Z',
  'M0 0h5v10H0Z',
  'M5 1l4 4-4 4-4-4Z',
  'M5 1.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7',
  'M0 0h4v4H0ZM6 6h4v4H6Z',
  'M0 10L5 0l5 10Z',
];
const TILES_IN_A_ROW = 4;

/** `label`: accessible name, with the groups of letters that the picture stands for. */
export function HashPicture({ hash, label }: { hash: string; label: string }) {
  return (
    <svg class="hash-picture" viewBox="0 0 47 47" role="img" aria-label={label}>
      {tilesOf(hash).map(({ shape, turn, colour }, index) => {
        const [x, y] = [(index % TILES_IN_A_ROW) * 12, Math.floor(index / TILES_IN_A_ROW) * 12];
        return (
          <path
            key={index}
            class={`tile-${colour}`}
            d={SHAPES[shape]}
            transform={`translate(${x} ${y}) rotate(${turn * 90} 5 5)`}
          />
        );
      })}
    </svg>
  );
}

interface PictureBesideProps {
  readonly hash: string;
  /** Accessible name of the picture, made from its groups of letters. */
  label(groups: string): string;
  readonly children: ComponentChildren;
}

/** A small picture of a hash beside the text that it belongs to. Its letters are one tap away. */
export function PictureBeside({ hash, label, children }: PictureBesideProps) {
  const { charts: words } = useWords();
  const groups = groupsOf(hash);
  return (
    <div class="with-picture">
      <HashPicture hash={hash} label={label(groups)} />
      <div>
        {children}
        <Disclosure summary={words.asText}>
          <p>
            <code class="groups">{groups}</code>
          </p>
          <p>{words.asTextHint}</p>
        </Disclosure>
      </div>
    </div>
  );
}
