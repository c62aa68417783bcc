import type { Words } from '../words.ts';
import { formats } from './formats.ts';

const { count } = formats;

const both = 'Наш остаётся, из чужого получается отдельный факт.';

export const conflictWords: Words['conflicts'] = {
  title: 'Противоречия',
  waiting: (n) =>
    count(n, { one: 'противоречие ждёт вас.', few: 'противоречия ждут вас.', other: 'противоречий ждут вас.' }),
  about: 'Один и тот же факт сказан по-разному. Различия подчёркнуты; решать вам.',
  badge: (n) =>
    count(n, { one: 'нерешённое противоречие', few: 'нерешённых противоречия', other: 'нерешённых противоречий' }),
  fold: 'Скрыть',
  unfold: 'Показать',
  ours: 'Наш',
  theirs: 'Чужой',
  oursGone: 'Нашего здесь больше нет.',
  writtenBy: (source) => (source === 'manual' ? 'записан от руки' : `автор: ${source}`),
  byWritersClock: (time) => `${time} по часам автора`,
  from: (name) => `принят от ${name}`,
  madeHere: 'создан или изменён здесь',
  fromBackup: 'вернулся с резервной копией этого узла',
  thisNode: 'этот узел',
  none: 'нет',
  onlyOurs: 'только в нашем:',
  onlyTheirs: 'только в чужом:',
  onlySpace: 'Они различаются только пробелами и переносами строк.',
  tooLongToMark: 'Текст слишком длинный, чтобы отметить различия.',
  choices: { ours: 'Оставить наш', theirs: 'Взять чужой', both: 'Оставить оба' },
  effects: { ours: 'Наш остаётся, чужой убирается.', theirs: 'Чужой встаёт на место нашего.', both },
  effectsWhereGone: {
    ours: 'Факт не возвращается, чужой убирается.',
    theirs: 'Чужой снова становится фактом.',
    both,
  },
};
