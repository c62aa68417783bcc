/** Two versions of one fact side by side. Words and fields that differ are marked, not by colour alone. */
import { useMemo, useState } from 'preact/hooks';
import type { Version } from '../../peer-api.ts';
import { useNameOf } from '../hooks/use-name-of.ts';
import { useWords } from '../words/words.ts';
import { DiffMark } from './DiffMark.tsx';
import { excerptOf } from './excerpt.ts';
import { LONGEST_SHOWN } from './FactText.tsx';
import { formatWireTime, Time } from './Time.tsx';
import { diffWords, type Piece, type WordDiff } from './word-diff.ts';

interface VersionsProps {
  /** null if ours was deleted since. */
  readonly ours: Version | null;
  readonly theirs: Version;
}

export function Versions({ ours, theirs }: VersionsProps) {
  const { conflicts: words, facts } = useWords();
  const [isOpen, setOpen] = useState(false);
  const oursText = ours?.fact.content ?? null;
  const theirsText = theirs.fact.content;
  const diff = useMemo(() => compare(oursText, theirsText), [oursText, theirsText]);
  const whole = diff ?? withoutMarks(oursText ?? '', theirsText);
  const short = { ours: excerptOf(whole.ours), theirs: excerptOf(whole.theirs) };
  const isShort = !short.ours.isWhole || !short.theirs.isWhole;
  const isSame = diff !== null && [...diff.ours, ...diff.theirs].every((piece) => !piece.changed);
  return (
    <div class="stack tight">
      <dl class="versions">
        {ours ? (
          <Side version={ours} other={theirs} mark="del" pieces={isOpen ? whole.ours : short.ours.pieces} />
        ) : (
          <div class="version">
            <dt>{words.ours}</dt>
            <dd class="muted">{words.oursGone}</dd>
          </div>
        )}
        <Side version={theirs} other={ours} mark="ins" pieces={isOpen ? whole.theirs : short.theirs.pieces} />
      </dl>
      {ours && !diff && <p class="hint">{words.tooLongToMark}</p>}
      {ours && isSame && <p class="hint">{words.onlySpace}</p>}
      {isShort && (
        <div class="row-actions">
          <button type="button" class="button quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {facts.more}
          </button>
        </div>
      )}
    </div>
  );
}

interface SideProps {
  readonly version: Version;
  readonly other: Version | null;
  /** `del` for our side, `ins` for theirs. */
  readonly mark: 'ins' | 'del';
  readonly pieces: readonly Piece[];
}

function Side({ version, other, mark, pieces }: SideProps) {
  const { facts, conflicts: words } = useWords();
  const labels = (['level', 'domain', 'module'] as const)
    .filter((field) => other && other.fact[field] !== version.fact[field])
    .map((field) => [facts[field], textOf(field)] as const);

  function textOf(field: 'level' | 'domain' | 'module'): string {
    return field === 'level' ? facts.levelOf(version.fact.level) : version.fact[field] || words.none;
  }

  return (
    <div class="version">
      <dt>
        {mark === 'del' ? words.ours : words.theirs} <Provenance version={version} isOurs={mark === 'del'} />
      </dt>
      <dd class="version-text">
        {pieces.map((piece, index) =>
          piece.changed ? <DiffMark key={index} as={mark} text={piece.text} /> : piece.text,
        )}
      </dd>
      {labels.map(([label, value]) => (
        <dd key={label}>
          <span class="muted">{label}:</span> <DiffMark as={mark} text={value} />
        </dd>
      ))}
    </div>
  );
}

/** Who wrote the version and when, by the writer's clock; who brought it and when, by ours. */
function Provenance({ version: { fact, fromPeerId, at }, isOurs }: { version: Version; isOurs: boolean }) {
  const { conflicts: words, formats } = useWords();
  const nameOf = useNameOf();
  const writtenAt = formatWireTime(fact.createdAt, formats);
  const written = [fact.source && words.writtenBy(fact.source), writtenAt && words.byWritersClock(writtenAt)];
  // A version of theirs without a sender came back with a gene backup of this node.
  const withoutSender = isOurs ? words.madeHere : words.fromBackup;
  return (
    <>
      <span class="provenance" title={fact.createdAt}>
        {written.filter(Boolean).join(' · ')}{' '}
      </span>
      <span class="provenance">
        {fromPeerId === null ? withoutSender : words.from(nameOf(fromPeerId))} · <Time at={at} past />
      </span>
    </>
  );
}

/** null if there is nothing to compare with, or too much differs. */
function compare(ours: string | null, theirs: string): WordDiff | null {
  if (ours === null || ours.length > LONGEST_SHOWN || theirs.length > LONGEST_SHOWN) return null;
  return diffWords(ours, theirs);
}

function withoutMarks(ours: string, theirs: string): WordDiff {
  const whole = (text: string) => [{ text: text.slice(0, LONGEST_SHOWN), changed: false }];
  return { ours: whole(ours), theirs: whole(theirs) };
}
