/** A hash as a picture: sixteen tiles, each with one of eight shapes, turned one of four ways, in one of four colours. The shapes tell it without colour. */

import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';
import { Disclosure } from './Disclosure.tsx';
import { groupsOf, tilesOf } from './picture-tiles.ts';

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
const SIDE = 4;

/** `label`: its text twin. */
export function HashPicture({ hash, label }: { hash: string; label: string }) {
  return (
    <svg class="hash-picture" viewBox="0 0 47 47" role="img" aria-label={label}>
      {tilesOf(hash).map(({ shape, turn, colour }, index) => {
        const [x, y] = [(index % SIDE) * 12, Math.floor(index / SIDE) * 12];
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

/** A hash's picture beside what it is the hash of, small, with the letters it stands for one tap away. */
interface PictureBesideProps {
  readonly hash: string;
  /** Names the picture, from its groups of letters. */
  label(groups: string): string;
  readonly children: ComponentChildren;
}

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
