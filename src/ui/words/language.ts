/** Which language the catalogue speaks: what the person chose, else the first of the browser's that we have. Only that one is loaded. */
import { LANGUAGE_NAMES, type Language } from './first-words.ts';
import type { Words } from './words.ts';

const CATALOGUES: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en.ts')).en,
  ru: async () => (await import('./ru.ts')).ru,
};

const KEY = 'synapse-language';

/** Rejects where its file can not be had. */
export function loadWords(language: Language): Promise<Words> {
  return CATALOGUES[language]();
}

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
  return tag !== undefined && Object.hasOwn(LANGUAGE_NAMES, tag);
}

function readChoice(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined; // Forbidden in a private window: then the browser's languages decide.
  }
}
