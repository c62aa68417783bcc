/** Undoing an import. */
import type { Words } from '../words.ts';
import { formats } from './formats.ts';

const { count } = formats;

export const undoWords: Words['undo'] = {
  undo: 'Отменить приём',
  region: 'Отмена приёма',
  question: (peer) => `Отменить то, что передал ${peer}?`,
  takenInAt: (time) => `Принято ${time}.`,
  takesOut: 'Будет убрано:',
  takesOutNothing: 'Убирать уже нечего.',
  facts: (n) => count(n, { one: 'факт', few: 'факта', other: 'фактов' }),
  incidents: (n) => count(n, { one: 'инцидент', few: 'инцидента', other: 'инцидентов' }),
  conflicts: (n) => count(n, { one: 'противоречие', few: 'противоречия', other: 'противоречий' }),
  stay: (n) =>
    count(n, {
      one: 'факт остаётся: его с тех пор изменили или пометили.',
      few: 'факта остаются: их с тех пор изменили или пометили.',
      other: 'фактов остаются: их с тех пор изменили или пометили.',
    }),
  again: 'Ту же посылку можно будет принять снова.',
};
