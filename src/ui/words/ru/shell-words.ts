/** What stands around every screen: navigation, long work, carrying out, names of documents. */
import type { Phase, Progress } from '../../../domain/steps.ts';
import type { Words } from '../words.ts';
import { formats } from './formats.ts';

export const shellWords: Words['shell'] = {
  screens: {
    exchange: 'Обмен',
    peers: 'Узлы',
    facts: 'Факты',
    incidents: 'Инциденты',
    journal: 'Журнал',
    node: 'Мой узел',
  },
  navigation: 'Экраны',
  skip: 'К содержанию',
  result: 'Результат',
  close: 'Закрыть',
  cancel: 'Отмена',
  save: 'Сохранить',
  showMore: 'Показать ещё',
  showEarlier: 'Показать то, что выше',
  shownOf: (from, to, total) => `${from}–${to} из ${total}`,
  never: 'никогда',
  working: 'Выполняется…',
  loading: 'Строки загружаются…',
  notLoaded: 'Строки не загрузились. Ничего не потеряно.',
  connecting: 'Открывается память узла…',
  dropHere: 'Отпустите, чтобы прочитать',

  place: 'Место',
  placeOf: (place) => place.replace(/character (\d+)/, 'символ $1'),
  nothingChanged: 'Ничего не изменено.',

  welcome: 'Факты, которые носят сами',
  welcomeText:
    'Synapse — узел сети без сервера. Он хранит факты на этом устройстве, а вы переносите их на узлы, которым доверяете: через буфер обмена, файлом или сообщением.',
  nodeName: 'Имя узла',
  nodeNameHint: 'Имя, которое увидят другие узлы: ваше, вашей команды или этого компьютера.',
  start: 'Начать',
  startHint: 'Пара ключей создаётся один раз и остаётся в этом браузере. Никуда ничего не отправляется.',

  noStore: 'Не удалось открыть память узла',
  tryAgain: 'Попробовать снова',
  keptText: 'Принесённый текст',
  keptTextHint: 'Он по-прежнему здесь. Скопируйте или сохраните его, прежде чем закрыть страницу.',
};

const { bytes, number } = formats;

type Unit = Progress['unit'];

const phases: Readonly<Record<Phase, string>> = {
  reading: 'Чтение',
  verifying: 'Проверка',
  'looking-up': 'Поиск того, что здесь есть',
  comparing: 'Сравнение с тем, что здесь есть',
  writing: 'Запись',
};

const doneOf: Readonly<Record<Unit, (done: number, total: number) => string>> = {
  bytes: (done, total) => `${bytes(done)} из ${bytes(total)}`,
  characters: (done, total) => `знаков: ${number(done)} из ${number(total)}`,
  rows: (done, total) => `строк: ${number(done)} из ${number(total)}`,
};

const doneSoFar: Readonly<Record<Unit, (done: number) => string>> = {
  bytes: (done) => `пока ${bytes(done)}`,
  characters: (done) => `знаков: ${number(done)}`,
  rows: (done) => `строк: ${number(done)}`,
};

const perSecond: Readonly<Record<Unit, (rate: number) => string>> = {
  bytes: (rate) => `${bytes(rate)} в секунду`,
  characters: (rate) => `${number(rate)} в секунду`,
  rows: (rate) => `${number(rate)} в секунду`,
};

/** Long work: its phases, counts and rates. */
export const workWords = { working: 'Работа', phases, doneOf, doneSoFar, perSecond };

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

/** In the nominative case: no sentence around them needs another. */
export const documentWords: Words['documents'] = {
  handshake_request: 'запрос рукопожатия',
  handshake_response: 'ответ на рукопожатие',
  sync_payload: 'посылка с фактами',
  gene_backup: 'резервная копия',
  delta_sync_request: 'запрос нового',
  delta_sync_response: 'ответ с новым',
  genome_file: 'файл генома',
  tool_peer_status: 'состояние узла GoMCP',
  tool_peer_handshake: 'отчёт GoMCP о рукопожатии',
  tool_force_resonance_handshake: 'отчёт GoMCP о резонансе',
  tool_sync_facts: 'отчёт GoMCP о приёме',
  tool_peer_backup: 'список резервных копий GoMCP',
};
