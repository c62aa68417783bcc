import type { Words } from '../words.ts';
import { formats } from './formats.ts';

const { count } = formats;

/** Числа, на которые смотрят, и хеши в виде картинок. */
export const chartWords: Words['charts'] = {
  glance: 'В общих чертах',
  byLevel: 'Факты по уровням',
  byDomain: 'Факты по областям',
  byMonth: 'Факты по времени создания',
  noDomain: 'без области',
  otherDomains: (n) => `ещё ${count(n, { one: 'область', few: 'области', other: 'областей' })}`,
  undated: (n) => `Без даты: ${count(n, { one: 'факт', few: 'факта', other: 'фактов' })}.`,
  about: (n) => `Всего: ${n}. Факты в архиве не считаются.`,
  most: (n) => `больше всего: ${n}`,
  until: (time) => `до ${time}`,
  exchanges: 'Обмен по времени',
  broughtIn: 'Принесено посылок',
  takenOut: 'Отнесено посылок',
  noExchanges: 'С этим узлом ещё ничем не обменивались.',

  asText: 'Картинка буквами',
  asTextHint: 'Прочитайте эти группы друг другу вслух или сравните две картинки: они должны совпасть.',
  genomePicture: (groups) => `Картинка хеша генома ${groups}`,
  idPicture: (groups) => `Картинка идентификатора узла ${groups}`,
};
