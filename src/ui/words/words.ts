/** The catalogue of all words on the screen. English is its shape; a language with another shape does not compile. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { en } from './en.ts';

export type Words = typeof en;

/** null until a language is loaded; nothing with words is shown before. */
export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords outside of WordsContext');
  return words;
}
