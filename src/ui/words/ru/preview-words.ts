/** The preview of a drop. */
import type { AcceptPlan, Share } from '../../../domain/accept-plan.ts';
import type { PluralForms } from '../formats.ts';
import type { Words } from '../words.ts';
import { conflictWords } from './fact-words.ts';
import { formats } from './formats.ts';
import { gomcpWords } from './peer-act-words.ts';

const { count, list, number } = formats;

const refusedHint = 'Эти строки не будут приняты. На остальные это не влияет.';
const conflictsHint = 'Наш остаётся; чужой хранится рядом, пока вы не выберете на экране «Факты».';

function plan({ facts, updates, incidents, conflicts }: AcceptPlan): string {
  const shares = [
    shareOf(facts, { one: 'факт', few: 'факта', other: 'фактов' }, { one: 'факта', other: 'фактов' }),
    shareOf(
      updates,
      { one: 'исправление', few: 'исправления', other: 'исправлений' },
      { one: 'исправления', other: 'исправлений' },
    ),
    shareOf(
      incidents,
      { one: 'инцидент', few: 'инцидента', other: 'инцидентов' },
      { one: 'инцидента', other: 'инцидентов' },
    ),
  ].filter((share) => share !== '');
  const news = shares.length > 0 ? `Будет принято: ${list(shares)}.` : 'Ничего нового принято не будет.';
  const { total, take, theirs, both, leave } = conflicts;
  if (total === 0) return news;
  const decisions = [
    take > 0 && `пока остаётся наш — ${number(take)}`,
    theirs > 0 && `берётся чужой — ${number(theirs)}`,
    both > 0 && `остаются оба — ${number(both)}`,
    leave > 0 && `не принимается — ${number(leave)}`,
  ].filter((decision) => decision !== false);
  return `${news} Противоречия: ${list(decisions)}.`;
}

/** `ofForms`: the forms that follow "из" (of). */
function shareOf({ taken, total }: Share, forms: PluralForms, ofForms: PluralForms): string {
  if (total === 0) return '';
  return taken === total ? count(total, forms) : `${number(taken)} из ${count(total, ofForms)}`;
}

export const previewWords: Words['preview'] = {
  authors: {
    signed: 'Подписано ключом этого узла',
    unsigned: 'Без подписи: идентификатор узла назван только в самом тексте',
    broken: 'Подпись не сходится',
    'other-key': 'Подписано другим ключом, а не ключом этого узла',
  },
  preview: 'Предпросмотр',
  titles: {
    verify: (from) => `Доверять узлу ${from}?`,
    reject: (from) => `${from} живёт по другому геному`,
    'take-in': (from) => `Принять то, что передаёт ${from}?`,
    'restore-backup': () => 'Восстановить то, что сохранили для этого узла?',
    'answer-delta': (from) => `Ответить узлу ${from}?`,
    'ask-on': (from) => `Попросить у узла ${from} следующее?`,
    'answer-again': (from) => `Узлу ${from} уже отвечали`,
    'grow-genome': () => 'Дополнить геном?',
    'confirm-arrival': (from) => `Отнесённое для ${from} дошло`,
    refused: (from) => `Принять это от имени ${from} нельзя`,
    nothing: () => 'Здесь нечего делать',
  },
  explanations: {
    verify: (from) =>
      `Оба узла живут по одному геному. Если принять, ${from} станет доверенным: его факты можно будет принимать здесь, а ваши — относить ему. Кто это написал, геном не доказывает: спросите того, кто вам это передал.`,
    reject: (from) =>
      `Хеши геномов различаются. Если принять, ${from} будет записан как отклонённый, и получится ответ, который ему об этом скажет. Обмениваться фактами нельзя, пока геномы разные.`,
    'take-in': () => 'Всё сохранится за один шаг; приём можно отменить в журнале.',
    'restore-backup': () => 'Это сохранили, пока этот узел молчал. Всё вернётся за один шаг.',
    'answer-delta': () => 'Если принять, получится ответ с этими фактами, который вы отнесёте обратно.',
    'ask-on': () =>
      'Вся эта страница уже здесь. Если принять, получится просьба о следующей, чтобы отнести её обратно.',
    'answer-again': () =>
      'Если принять, получится тот же ответ ещё раз, чтобы отнести его обратно. Ничего не изменится.',
    'grow-genome': () => 'Гены — это правила: принятые однажды, они не меняются и не исчезают.',
    'confirm-arrival': (from) =>
      `Если принять, запомнится, что у ${from} это есть: новым для него будет только то, что появилось позже.`,
    refused: () => 'Посмотреть можно. Ничего из этого не записано.',
    nothing: () => 'Всё это здесь уже есть, или на это уже ответили.',
  },
  accept: 'Принять',
  discard: 'Отказаться',
  kind: (document) => `Это ${document}`,
  from: (name) => `от ${name}`,
  keptFor: (name) => `сохранено для ${name}`,
  stranger: 'незнакомец',
  somebody: 'кто-то',
  peerId: 'Идентификатор узла',
  genomeSame: 'Геном: тот же',
  genomeDifferent: 'Геном: другой',
  ours: 'Наш',
  theirs: 'Его',
  noHash: 'нет',
  madeAt: (time) => `создано ${time} по часам отправителя`,
  olderThan: (time) => `Старше того, что уже принято от этого узла: то создано ${time} по тем же часам`,
  takenInBefore: (time) => `Уже принято: ${time}`,
  hasMore: (from) => `У ${from} есть ещё: если принять, получится и просьба о следующей странице.`,
  confirms: (time) => `Подтверждает: то, что отнесли туда до ${time}, дошло.`,
  since: (time) => `Запрошены факты, созданные после ${time}`,
  buckets: {
    fresh: (n) => count(n, { one: 'новый факт', few: 'новых факта', other: 'новых фактов' }),
    updates: (n) =>
      count(n, {
        one: 'факт исправлен его автором',
        few: 'факта исправлены их авторами',
        other: 'фактов исправлены их авторами',
      }),
    conflicts: (n) => count(n, { one: 'противоречие', few: 'противоречия', other: 'противоречий' }),
    refused: (n) => count(n, { one: 'строка отклонена', few: 'строки отклонены', other: 'строк отклонено' }),
    genes: (n) => count(n, { one: 'ген уже здесь', few: 'гена уже здесь', other: 'генов уже здесь' }),
    present: (n) => count(n, { one: 'факт уже здесь', few: 'факта уже здесь', other: 'фактов уже здесь' }),
    incidentsFresh: (n) => count(n, { one: 'новый инцидент', few: 'новых инцидента', other: 'новых инцидентов' }),
    incidentsUpdates: (n) =>
      count(n, {
        one: 'инцидент с новостью от его источника',
        few: 'инцидента с новостями от их источников',
        other: 'инцидентов с новостями от их источников',
      }),
    incidentsViews: (n) =>
      count(n, { one: 'мнение другого узла', few: 'мнения других узлов', other: 'мнений других узлов' }),
    incidentsRefused: (n) =>
      count(n, { one: 'инцидент отклонён', few: 'инцидента отклонены', other: 'инцидентов отклонено' }),
    incidentsPresent: (n) =>
      count(n, { one: 'инцидент уже здесь', few: 'инцидента уже здесь', other: 'инцидентов уже здесь' }),
  },
  hints: {
    fresh: '',
    updates:
      'Подписано узлом, который написал факт первым, а здесь его никто не менял: новая версия встаёт на место нашей.',
    conflicts: conflictsHint,
    refused: refusedHint,
    genes: '',
    present: '',
    incidentsFresh: '',
    incidentsUpdates: 'Новое слово источника встаёт на место прежнего; история сохраняется.',
    incidentsViews: 'Слово источника остаётся; мнение отправителя хранится рядом.',
    incidentsRefused: refusedHint,
    incidentsPresent: '',
  },
  search: {
    fresh: 'Поиск новых фактов',
    updates: 'Поиск исправленных фактов',
    conflicts: 'Поиск противоречий',
    refused: 'Поиск среди отклонённого',
    genes: 'Поиск генов, которые уже здесь',
    present: 'Поиск фактов, которые уже здесь',
    incidentsFresh: 'Поиск новых инцидентов',
    incidentsUpdates: 'Поиск инцидентов с новостями',
    incidentsViews: 'Поиск мнений других узлов',
    incidentsRefused: 'Поиск отклонённых инцидентов',
    incidentsPresent: 'Поиск инцидентов, которые уже здесь',
  },
  found: (n) => `Найдено: ${number(n)}`,
  take: (title) => `Принять: ${title}`,
  all: (n) => `Все: ${number(n)}`,
  allFound: (n) => `Все найденные: ${number(n)}`,
  forAll: (n) => `Для всех: ${number(n)}`,
  forAllFound: (n) => `Для всех найденных: ${number(n)}`,
  mixed: 'Выбрано разное',
  choice: 'Выбор',
  choiceFor: (title) => `Выбор для «${title}»`,
  choices: {
    take: conflictWords.choices.ours,
    theirs: conflictWords.choices.theirs,
    both: conflictWords.choices.both,
    leave: 'Не принимать',
  },
  effects: {
    take: conflictsHint,
    theirs: conflictWords.effects.theirs,
    both: conflictWords.effects.both,
    leave: 'Как будто его не было в посылке.',
  },
  chosen: {
    leave: (n) => `не принимается: ${number(n)}`,
    theirs: (n) => `чужой: ${number(n)}`,
    both: (n) => `оба: ${number(n)}`,
  },
  plan,
  genesRefused: (from) => `Геном узла ${from} не тот, что обещает его хеш.`,
  foreignGenes: (names) => `Он прислал гены, которых у нас нет: ${list(names)}.`,
  changedGenes: (names) => `Он прислал другие слова для наших генов: ${list(names)}.`,
  moreGenes: (n) => `ещё ${number(n)}`,
  genesAdvice: 'Эти гены не будут приняты. Прежде чем принять остальное, спросите того, кто вам это передал.',
  contextLeftOut: 'Контекст, который GoMCP дописывает от себя, не учтён.',
  noId: 'без идентификатора',
  nothingNew: 'Ничего нового',
  newGenes: (n) => count(n, { one: 'новый ген', few: 'новых гена', other: 'новых генов' }),
  hashOurs: 'Хеш в нём не назван. Он вычислен здесь по генам, сравните его с тем, что вам сообщили:',
  distrusts: (names) =>
    names.length === 1
      ? `Узлу ${list(names)} придётся пожать руку заново; до этого обмен невозможен.`
      : `Узлам ${list(names)} придётся пожать руку заново; до этого обмен невозможен.`,
  distrustsNobody: 'Доверенных узлов это не затронет.',
  rejectUnsigned: (from) =>
    `Хеши геномов различаются. Если принять, ${from} будет записан как отклонённый. Обмениваться фактами нельзя, пока геномы разные. ${gomcpWords.genome}`,
  unasked: (from) => `Наше рукопожатие этого ответа не ждало, но ${from} говорит, что доверяет этому узлу.`,
  handedTo: (peer) => `о том, что отнесли для ${peer}`,
  handedOver: (time) => `Отнесено: ${time}`,
  factsTaken: (taken, total) => `Принято там фактов: ${number(taken)} из ${number(total)}`,
  incidentsTaken: (taken, total) => `Принято там инцидентов: ${number(taken)} из ${number(total)}`,
  fewerTaken: 'Остальные факты там уже были или пропущены. Делать с этим ничего не нужно.',
  fewerIncidents:
    'GoMCP останавливается на первом знакомом инциденте и пишет 0, сколько бы ни принял. Здесь все останутся для него новыми.',
  arrivedBefore: (peer) => `О том, что это дошло до ${peer}, здесь уже известно.`,
  underFormerId: (n, from) =>
    `${count(n, { one: 'инцидент уже есть', few: 'инцидента уже есть', other: 'инцидентов уже есть' })} здесь под прежним идентификатором узла ${from}: у GoMCP он меняется при каждом запуске.`,
  nameless: () =>
    'GoMCP принял это, но не сказал, от кого: так бывает с резервной копией. Само по себе это ничего не подтверждает. Если отнесли вы, отметьте это на странице узла: нажмите «Дошло» или удалите копию.',
  clearsBackup: (from) => `У ${from} есть всё, что для него хранилось: резервная копия будет удалена.`,
};
