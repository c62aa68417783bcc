/** Two versions of one fact, side by side, with the words and places that differ marked; never by colour alone. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Fact } from '../../domain/fact.ts';
import { useWords } from '../words/words.ts';
import { excerptOf } from './excerpt.ts';
import { diffWords, type Piece, type WordDiff } from './word-diff.ts';

/** What the document is asked to hold at most of one version (DESIGN 8). */
const LONGEST_SHOWN = 64 * 1024;

export interface ShownVersion {
  readonly fact: Fact;
  /** Who it came from, and when. */
  readonly by?: ComponentChildren;
}

interface VersionsProps {
  /** null where ours is gone by now. */
  readonly ours: ShownVersion | null;
  readonly theirs: ShownVersion;
}

export function Versions({ ours, theirs }: VersionsProps) {
  const { conflicts: words, facts } = useWords();
  const [isOpen, setOpen] = useState(false);
  const oursText = ours?.fact.content ?? null;
  const theirsText = theirs.fact.content;
  const marked = useMemo(() => compare(oursText, theirsText), [oursText, theirsText]);
  const whole = marked ?? plain(oursText ?? '', theirsText);
  const short = { ours: excerptOf(whole.ours), theirs: excerptOf(whole.theirs) };
  const isShort = !short.ours.isWhole || !short.theirs.isWhole;
  const isSame = marked !== null && [...marked.ours, ...marked.theirs].every((piece) => !piece.changed);
  return (
    <div class="stack tight">
      <dl class="versions">
        {ours ? (
          <Side
            name={words.ours}
            version={ours}
            other={theirs}
            mark="del"
            pieces={isOpen ? whole.ours : short.ours.pieces}
          />
        ) : (
          <div class="version">
            <dt>{words.ours}</dt>
            <dd class="muted">{words.oursGone}</dd>
          </div>
        )}
        <Side
          name={words.theirs}
          version={theirs}
          other={ours}
          mark="ins"
          pieces={isOpen ? whole.theirs : short.theirs.pieces}
        />
      </dl>
      {ours && !marked && <p class="hint">{words.tooLongToMark}</p>}
      {ours && isSame && <p class="hint">{words.onlySpace}</p>}
      {isShort && (
        <div>
          <button type="button" class="button quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {facts.more}
          </button>
        </div>
      )}
    </div>
  );
}

interface SideProps {
  readonly name: string;
  readonly version: ShownVersion;
  readonly other: ShownVersion | null;
  readonly mark: 'ins' | 'del';
  readonly pieces: readonly Piece[];
}

function Side({ name, version, other, mark, pieces }: SideProps) {
  const { facts, conflicts: words } = useWords();
  const labels = (['level', 'domain', 'module'] as const)
    .filter((field) => other && other.fact[field] !== version.fact[field])
    .map((field) => [facts[field], placeOf(field)] as const);

  function placeOf(field: 'level' | 'domain' | 'module'): string {
    return field === 'level' ? facts.levelOf(version.fact.level) : version.fact[field] || words.none;
  }

  return (
    <div class="version">
      <dt>
        {name} {version.by && <span class="muted">{version.by}</span>}
      </dt>
      <dd class="version-text">
        {pieces.map((piece, index) =>
          piece.changed ? <Marked key={index} as={mark} text={piece.text} /> : piece.text,
        )}
      </dd>
      {labels.map(([label, value]) => (
        <dd key={label}>
          <span class="muted">{label}:</span> <Marked as={mark} text={value} />
        </dd>
      ))}
    </div>
  );
}

function Marked({ as: Mark, text }: { as: 'ins' | 'del'; text: string }) {
  const { conflicts: words } = useWords();
  return (
    <Mark>
      <span class="hidden">{Mark === 'del' ? words.onlyOurs : words.onlyTheirs} </span>
      {text}
    </Mark>
  );
}

/** null where there is nothing to compare with, or too much. */
function compare(ours: string | null, theirs: string): WordDiff | null {
  if (ours === null || ours.length > LONGEST_SHOWN || theirs.length > LONGEST_SHOWN) return null;
  return diffWords(ours, theirs);
}

function plain(ours: string, theirs: string): WordDiff {
  const whole = (text: string) => [{ text: text.slice(0, LONGEST_SHOWN), changed: false }];
  return { ours: whole(ours), theirs: whole(theirs) };
}
