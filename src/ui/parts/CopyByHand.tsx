import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/words.ts';

/** The text, selected, to be copied by hand. The last way out if the clipboard is denied. */
export function CopyByHand({ text }: { text: string }) {
  const { carry } = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.select(), []);
  return <textarea ref={area} readOnly rows={6} aria-label={carry.byHand} value={text} />;
}
