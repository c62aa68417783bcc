/** A hash's picture beside what it is the hash of, small, with the letters it stands for one tap away. */
import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';
import { Explain } from './Explain.tsx';
import { HashPicture } from './HashPicture.tsx';
import { groupsOf } from './picture-tiles.ts';

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
        <Explain summary={words.asText}>
          <p>
            <code class="groups">{groups}</code>
          </p>
          <p>{words.asTextHint}</p>
        </Explain>
      </div>
    </div>
  );
}
