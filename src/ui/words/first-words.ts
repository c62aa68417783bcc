/** Words that are needed before a catalogue is loaded: the names of the languages, and why the app cannot run. */

export type Language = 'en' | 'ru';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский' };

export const LOAD_FAILED: Readonly<Record<Language, { readonly what: string; readonly reload: string }>> = {
  en: {
    what: 'A part of Synapse could not be loaded. What is stored here is untouched.',
    reload: 'Load the page again',
  },
  ru: {
    what: 'Часть Synapse не загрузилась. Сохранённое здесь не тронуто.',
    reload: 'Загрузить страницу снова',
  },
};

/** The address is not a secure context, so the browser gives the page neither keys nor locks. */
export const INSECURE: Readonly<Record<Language, { readonly what: string; readonly next: string }>> = {
  en: {
    what:
      'Synapse cannot run at this address: browsers allow keys and safe storage ' +
      'only where an address begins with https:// or with http://localhost.',
    next: 'Nothing was started and nothing is stored. Open Synapse at such an address.',
  },
  ru: {
    what:
      'По этому адресу Synapse работать не может: ключи и надёжное хранение браузеры дают ' +
      'только адресам, которые начинаются с https:// или с http://localhost.',
    next: 'Ничего не запущено и не сохранено. Откройте Synapse по такому адресу.',
  },
};
