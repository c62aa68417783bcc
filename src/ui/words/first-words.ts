/** What has to be said before a catalogue is there: the languages' own names, and that a part of the app could not be loaded. */
export type Language = 'en' | 'ru';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' };

export const LOST: Readonly<Record<Language, { readonly what: string; readonly reload: string }>> = {
  en: {
    what: 'A part of Synapse could not be loaded. What is stored here is untouched.',
    reload: 'Load the page again',
  },
  ru: {
    what: 'Часть Synapse не загрузилась. Сохранённое здесь не тронуто.',
    reload: 'Загрузить страницу снова',
  },
};
