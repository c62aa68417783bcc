/** Text to the clipboard, told only when it is there. If that fails, the text is shown, to be copied by hand. */
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../../carry/clipboard.ts';
import { useWords } from '../words/words.ts';
import type { Notice } from './notice.ts';

export interface Copying {
  /** Whether the text is to be shown, so that the person can copy it. */
  readonly byHand: boolean;
  /** For another way out that failed, such as the share sheet. */
  showByHand(): void;
  /** Call it from a gesture. `copied`: called if the text was copied. `next`: what the person can do if it was not. */
  copy(text: string, copied: () => Promise<Notice>, next: string): Promise<Notice>;
}

/** `subject`: what is copied; another one hides the text again. `mayShow`: the text is short enough to be shown. */
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
