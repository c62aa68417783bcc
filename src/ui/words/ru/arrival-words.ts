import type { Words } from '../words.ts';

export const arrivalWords: Words['arrivals'] = {
  takeIn: 'Принять то, чем поделились',
  open: 'Открыть файл',
  sharedText: 'присланный текст',
  notKept: 'То, чем поделились, не удалось здесь сохранить. Ничего не изменилось.',
  notKeptNext: 'Освободите место на устройстве и поделитесь ещё раз или сохраните как файл и откройте его здесь.',
};
