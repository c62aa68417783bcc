/** The one catalogue of words: English is its shape, every other language fills the same shape or does not compile. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en.ts';

export type Words = typeof en;

export const WordsContext = createContext<Words>(en);

export function useWords(): Words {
  return useContext(WordsContext);
}
