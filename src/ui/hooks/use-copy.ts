/** Text to the clipboard: said only when it is there. Where it can not get there, the person's own fingers are the way. */
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../../carry/clipboard.ts';
import { useWords } from '../words/words.ts';
import type { Notice } from './notice.ts';

export interface Copying {
  /** The text is to be shown, to be copied by hand. */
  readonly byHand: boolean;
  /** Where another way out failed too. */
  showByHand(): void;
  /** To be called from the gesture. `copied`: what follows where it is in the clipboard; `next`: what to do where it is not. */
  copy(text: string, copied: () => Promise<Notice>, next: string): Promise<Notice>;
}

/** `subject`: another one is another try; `mayShow`: the text is short enough to be shown. */
export function useCopy(subject: unknown, mayShow: boolean): Copying {
  const { carry } = useWords();
  const [byHand, setByHand] = useState(false);
  useEffect(() => setByHand(false), [subject]);
  return {
    byHand,
    showByHand: () => setByHand(mayShow),
    async copy(text, copied, next) {
      if ((await copyText(text)) === 'copied') return copied();
      setByHand(mayShow);
      return { kind: 'failed', code: 'clipboard-denied', what: carry.copyDenied, next };
    },
  };
}
