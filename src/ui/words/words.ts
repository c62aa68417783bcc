/** The one catalogue of words: English is its shape, every other language fills the same shape or does not compile. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { en } from './en.ts';

export type Words = typeof en;

/** null: no language is loaded yet, and nothing that has words is shown. */
export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords outside of WordsContext');
  return words;
}
