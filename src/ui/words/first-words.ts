/** What has to be said before a catalogue is there: the languages' own names, that a part of the app could not be loaded, and that it cannot live here. */
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

/** To addresses that are no secure context a browser gives neither keys nor locks. */
export const INSECURE: Readonly<Record<Language, { readonly what: string; readonly next: string }>> = {
  en: {
    what: 'Synapse cannot run at this address: browsers allow keys and safe storage only where an address begins with https:// or with http://localhost.',
    next: 'Nothing was started and nothing is stored. Open Synapse at such an address.',
  },
  ru: {
    what: 'По этому адресу Synapse работать не может: ключи и надёжное хранение браузеры дают только адресам, которые начинаются с https:// или с http://localhost.',
    next: 'Ничего не запущено и не сохранено. Откройте Synapse по такому адресу.',
  },
};
