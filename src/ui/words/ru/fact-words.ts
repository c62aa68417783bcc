/** The Facts screen: facts, conflicts, charts. */
import type { Words } from '../words.ts';
import { formats } from './formats.ts';

const levels: readonly string[] = ['L0 проект', 'L1 область', 'L2 модуль', 'L3 фрагмент'];

export const factWords: Words['facts'] = {
  levels,
  levelOf: (level) => levels[level] ?? `L${level}`,
  add: 'Добавить факт',
  addTitle: 'Новый факт',
  editTitle: 'Изменить факт',
  content: 'Содержание',
  contentHint: 'Первая строка — заголовок.',
  domain: 'Область',
  module: 'Модуль',
  level: 'Уровень',
  levelHint: 'К другим узлам попадают только уровни 0 и 1; 2 и 3 остаются на этом устройстве.',
  search: 'Поиск фактов',
  found: 'Найдено фактов',
  foundAfter: 'найдено',
  show: 'Показать',
  showAll: 'Все факты',
  domains: 'Из области',
  anyDomain: 'Любая область',
  marks: 'Пометки',
  notArchived: 'Не в архиве',
  from: 'Откуда',
  anywhere: 'Отовсюду',
  fromHere: 'Созданы здесь',
  source: 'Источник',
  createdAt: 'Создан',
  origin: 'Принят от',
  variantOf: 'Другая версия факта',
  id: 'Идентификатор',
  gene: 'ген',
  geneAbout: 'Почему его нельзя изменить',
  geneWhy:
    'Ген — правило генома. Изменить его — значит изменить хеш генома, а с ним и доверие ко всем узлам: поэтому гены только добавляют.',
  stale: 'устарел',
  archived: 'в архиве',
  edit: 'Изменить',
  markStale: 'Устарел',
  unmarkStale: 'Снова верен',
  archive: 'В архив',
  unarchive: 'Из архива',
  archivedNow: 'Факт в архиве. Его снова покажет фильтр «в архиве».',
  remove: 'Удалить',
  removeQuestion: 'Удалить этот факт?',
  removeText: 'Он исчезнет с этого устройства. У других узлов он останется и может вернуться от них.',
  keep: 'Оставить',
  more: 'Весь текст',
  details: 'Подробнее',
  none: 'Фактов пока нет',
  noneText:
    'Факт — это то, что стоит знать; первая строка — его заголовок. Примите посылку или добавьте первый факт сами.',
  noneFound: 'Ничего не найдено',
  noneFoundText: 'Нет фактов с такими словами и пометками.',
};

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

/** Charts, and pictures of hashes. */
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
