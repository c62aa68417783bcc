/**
 * Which language the app speaks: the one that the person chose, else the first of the browser's languages that we have.
 * Only the catalogue of that language is loaded.
 */
import { recall, remember } from '../../carry/device-memory.ts';
import { LANGUAGE_NAMES, type Language } from './first-words.ts';
import type { Words } from './words.ts';

const CATALOGUES: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en.ts')).en,
  ru: async () => (await import('./ru.ts')).ru,
};

/** Name of the chosen language in the memory of the device. It outlives "Forget everything". */
export const LANGUAGE = 'language';

/** Rejects if the file of the language cannot be loaded. */
export function loadWords(language: Language): Promise<Words> {
  return CATALOGUES[language]();
}

export function chosenLanguage(): Language {
  const wanted = [recall(LANGUAGE) ?? '', ...navigator.languages];
  const known = wanted.map((tag) => tag.split('-')[0]).find(isLanguage);
  return known ?? 'en';
}

export function rememberLanguage(language: Language): void {
  remember(LANGUAGE, language);
}

export function isLanguage(tag: string | undefined): tag is Language {
  return tag !== undefined && Object.hasOwn(LANGUAGE_NAMES, tag);
}
