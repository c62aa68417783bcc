import type { Words } from '../words.ts';
import { formats } from './formats.ts';

export const carryWords: Words['carry'] = {
  copy: 'Скопировать',
  saveFile: 'Сохранить файл',
  share: 'Поделиться',
  preparing: 'Подготавливается…',
  size: (size) => formats.bytes(size),
  tooLarge: 'Слишком много для буфера обмена: сохраните файлом.',
  tooLargeShare: 'Слишком много для буфера обмена: поделитесь файлом.',
  copied: 'Скопировано. Текст лежит в буфере обмена этого устройства, пока не скопировано что-то другое.',
  saved: (name) => `Передано в загрузки браузера под именем ${name}.`,
  shared: 'Отправлено.',
  copyDenied: 'Браузер не разрешил запись в буфер обмена.',
  copyDeniedNext: 'Выделите текст ниже и скопируйте его вручную или сохраните файлом.',
  copyDeniedNextFile: 'Сохраните его файлом.',
  copyDeniedNextShare: 'Поделитесь им как файлом.',
  shareFailed: 'На этом устройстве поделиться не получилось.',
  shareFailedNextFile: 'Сохраните его файлом.',
  shareFailedAgain: 'Попробуйте ещё раз или выберите другое приложение.',
  byHandNext: 'Выделите текст ниже и скопируйте его вручную.',
  byHand: 'Текст для копирования вручную',
};
