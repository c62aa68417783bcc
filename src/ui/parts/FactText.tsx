/** The content of a fact as text, its title, and how much text a page may hold. */
import { useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';

/** In UTF-16 units. */
const LONGEST_TITLE = 160;
const LONGEST_BEGINNING = 280;
/** A longer text in the document makes the page slow: ARCHITECTURE "Platform facts". */
export const LONGEST_SHOWN = 64 * 1024;

/** The first line as a title, and the beginning of the rest. A button shows all of it. */
export function FactText({ content, titleId }: { content: string; titleId?: string }) {
  const { facts } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { title, rest } = split(content);
  const isLong = rest.length > LONGEST_BEGINNING;
  return (
    <div class="fact-text">
      <strong id={titleId}>{title}</strong>
      {rest !== '' && (
        <p class={isOpen ? 'whole' : undefined}>{rest.slice(0, isOpen ? LONGEST_SHOWN : LONGEST_BEGINNING)}</p>
      )}
      {isLong && (
        <button type="button" class="button quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {facts.more}
        </button>
      )}
    </div>
  );
}

/** Title and rest. If the first line is too long for a title, the rest is the whole text. */
function split(content: string): { title: string; rest: string } {
  const end = content.indexOf('\n');
  const first = (end < 0 ? content : content.slice(0, end)).trim();
  const rest = end < 0 ? '' : content.slice(end + 1).trim();
  if (first.length <= LONGEST_TITLE) return { title: first, rest };
  return { title: `${first.slice(0, LONGEST_TITLE)}…`, rest: content };
}

/** Whether a text is short enough to stand in the document. */
export function fitsDocument(text: string): boolean {
  return text.length <= LONGEST_SHOWN;
}

/** The first line of a fact's content, cut after `longest` UTF-16 units. */
export function titleOf(content: string, longest = 120): string {
  return (content.trim().split('\n', 1)[0] ?? '').slice(0, longest);
}
