import type { Words } from '../words.ts';
import { formats } from './formats.ts';

export const carryWords: Words['carry'] = {
  copy: 'Скопировать',
  saveFile: 'Сохранить файл',
  share: 'Поделиться',
  preparing: 'Подготавливается…',
  size: (size) => formats.bytes(size),
  tooLarge: 'Слишком много для буфера обмена: сохраните файлом.',
  copied: 'Скопировано. Текст лежит в буфере обмена этого устройства, пока не скопировано что-то другое.',
  saved: (name) => `Передано в загрузки браузера под именем ${name}.`,
  shared: 'Отправлено.',
  copyDenied: 'Браузер не разрешил запись в буфер обмена.',
  copyDeniedNext: 'Выделите текст ниже и скопируйте его вручную или сохраните файлом.',
  copyDeniedNextFile: 'Сохраните его файлом.',
  shareFailed: 'На этом устройстве поделиться не получилось.',
  shareFailedNext: 'Скопируйте текст или сохраните его файлом.',
  byHand: 'Текст для копирования вручную',
};
