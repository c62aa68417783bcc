import type { Phase, Progress } from '../../../domain/steps.ts';
import { formats } from './formats.ts';

const { bytes, number } = formats;

type Unit = Progress['unit'];

const phases: Readonly<Record<Phase, string>> = {
  reading: 'Чтение',
  verifying: 'Проверка',
  'looking-up': 'Поиск того, что здесь есть',
  comparing: 'Сравнение с тем, что здесь есть',
  writing: 'Запись',
};

const of: Readonly<Record<Unit, (done: number, total: number) => string>> = {
  bytes: (done, total) => `${bytes(done)} из ${bytes(total)}`,
  characters: (done, total) => `знаков: ${number(done)} из ${number(total)}`,
  rows: (done, total) => `строк: ${number(done)} из ${number(total)}`,
};

const so: Readonly<Record<Unit, (done: number) => string>> = {
  bytes: (done) => `пока ${bytes(done)}`,
  characters: (done) => `знаков: ${number(done)}`,
  rows: (done) => `строк: ${number(done)}`,
};

const aSecond: Readonly<Record<Unit, (rate: number) => string>> = {
  bytes: (rate) => `${bytes(rate)} в секунду`,
  characters: (rate) => `${number(rate)} в секунду`,
  rows: (rate) => `${number(rate)} в секунду`,
};

/** Long work. */
export const workWords = { working: 'Работа', phases, of, so, aSecond };
