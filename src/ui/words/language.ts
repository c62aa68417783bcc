/** Which language the catalogue speaks: what the person chose, else the first of the browser's that we have. */
import { en } from './en.ts';
import { ru } from './ru.ts';
import type { Words } from './words.ts';

export type Language = 'en' | 'ru';

export const LANGUAGES: Readonly<Record<Language, Words>> = { en, ru };

const KEY = 'synapse-language';

export function chosenLanguage(): Language {
  const wanted = [readChoice(), ...navigator.languages];
  const known = wanted.map((tag) => tag?.split('-')[0]).find(isLanguage);
  return known ?? 'en';
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch (error) {
    // A private window may forbid it; the choice then lasts until the page is closed.
    console.warn('The choice of language could not be kept.', error);
  }
}

export function isLanguage(tag: string | undefined): tag is Language {
  return tag === 'en' || tag === 'ru';
}

function readChoice(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined; // Forbidden in a private window: then the browser's languages decide.
  }
}
