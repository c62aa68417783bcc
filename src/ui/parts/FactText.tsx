/** The words of a fact or incident: the first line as its title, the rest shortened until it is asked for. */
import { useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';

const TITLE_LENGTH = 160;
const SHORT_LENGTH = 280;
/** What the document is asked to hold at most of one fact (DESIGN 8). */
const LONGEST_SHOWN = 64 * 1024;

export function FactText({ content, titleId }: { content: string; titleId?: string }) {
  const { facts } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { title, rest } = split(content);
  const isLong = rest.length > SHORT_LENGTH;
  return (
    <div class="fact-text">
      <strong id={titleId}>{title}</strong>
      {rest !== '' && (
        <p class={isOpen ? 'whole' : undefined}>{rest.slice(0, isOpen ? LONGEST_SHOWN : SHORT_LENGTH)}</p>
      )}
      {isLong && (
        <button type="button" class="button quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {facts.more}
        </button>
      )}
    </div>
  );
}

/** The first line; of a single long one, its beginning, with the whole text below. */
function split(content: string): { title: string; rest: string } {
  const end = content.indexOf('\n');
  const first = (end < 0 ? content : content.slice(0, end)).trim();
  const rest = end < 0 ? '' : content.slice(end + 1).trim();
  if (first.length <= TITLE_LENGTH) return { title: first, rest };
  return { title: `${first.slice(0, TITLE_LENGTH)}…`, rest: content };
}

const MOST_SHOWN = 64 * 1024;

/** May the document hold it? Measured in UTF-16 units: no more than the bytes would be. */
export function shown(text: string): boolean {
  return text.length <= MOST_SHOWN;
}

/** What a fact is called where there is room for a line: its first one, cut. */
export function titleOf(content: string, most = 120): string {
  return (content.trim().split('\n', 1)[0] ?? '').slice(0, most);
}
