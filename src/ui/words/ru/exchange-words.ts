import type { Words } from '../words.ts';
import { formats } from './formats.ts';

const { count, bytes, list } = formats;

export const exchangeWords: Words['exchange'] = {
  bringIn: 'Что принесли',
  bringInText:
    'Вставьте, откройте или перетащите сюда то, что вам передали, можно несколько файлов сразу. Прежде чем что-то запишется, вы увидите, что изменится.',
  paste: 'Вставить',
  openFile: 'Открыть файл',
  payload: 'Текст посылки',
  payloadHint: 'Или вставьте текст сюда вручную.',
  read: 'Прочитать',
  held: (size) => `${bytes(size)}: текст удержан и готов к чтению`,
  heldHint: 'Он слишком длинный, чтобы показать его здесь, но сохранён целиком.',
  letGo: 'Убрать',
  waitingFiles: 'Файлы в очереди',
  moreWaiting: (n) => `Ждут ещё: ${formats.number(n)}`,
  andMore: (n) => `и ещё ${formats.number(n)}`,
  documentOf: (n: number, all: number) => `документ ${formats.number(n)} из ${formats.number(all)}`,
  next: 'Следующий',
  letFilesGo: 'Не читать',
  pasteDenied: 'Браузер не разрешил прочитать буфер обмена.',
  pasteDeniedNext: 'Поставьте курсор в поле «Текст посылки» и вставьте вручную или откройте посылку как файл.',

  meet: 'Познакомиться с узлом',
  meetText: 'При рукопожатии узлы сравнивают геномы. Передайте своё рукопожатие и принесите сюда ответ.',
  newHandshake: 'Новое рукопожатие',
  handshake: 'Рукопожатие',
  handshakeFor: (peer) => (peer ? `Рукопожатие для ${peer}` : 'Рукопожатие для любого, кто ответит'),
  handshakeText: 'Передайте его другому узлу, чтобы там его прочитали. Затем принесите ответ и прочитайте его здесь.',

  reply: 'Ответ',
  replyFor: (peer) => `Ответ для ${peer}`,
  replyText: (peer) => `Отнесите его обратно на ${peer}. Пока его там не прочитали, о доверии знает только этот узел.`,
  answerText: (peer, facts) =>
    `Отнесите его обратно на ${peer}. В нём ${count(facts, { one: 'факт', few: 'факта', other: 'фактов' })}.`,
  requestText: (peer) => `У ${peer} есть ещё. Отнесите туда эту просьбу и принесите сюда следующую страницу.`,
  backupOffered: (peer) =>
    `${peer} долго молчал. То, что было известно на тот момент, сохранено здесь в резервной копии и ждёт передачи.`,
  backupLink: 'Посмотреть копию',

  inFlight: 'Ждут ответа',
  askedWhom: (peer) => peer ?? 'Любой, кто ответит',
  askedAgo: (ago) => `отправлено ${ago}`,
  again: 'Передать ещё раз',
  withdraw: 'Отозвать',

  waiting: 'Можно отнести',
  waitingFor: (facts, incidents, peer) =>
    `для ${peer} новых: ${list([
      ...(facts > 0 ? [count(facts, { one: 'факт', few: 'факта', many: 'фактов', other: 'факта' })] : []),
      ...(incidents > 0
        ? [count(incidents, { one: 'инцидент', few: 'инцидента', many: 'инцидентов', other: 'инцидента' })]
        : []),
    ])}`,
  waitingNone: 'нести нечего',
  untold: (drops, peer) =>
    `${peer} ещё не знает, что ${drops === 1 ? 'его посылка дошла' : `${count(drops, { one: 'его посылка дошла', few: 'его посылки дошли', other: 'его посылок дошло' })}`} сюда.`,
  receipt: 'Подтверждение',
  confirmedUpTo: (date) => `подтверждено по ${date}`,
  confirmedNothing: 'ещё ничего не подтверждено',
  waitingNobody: 'Доверенных узлов пока нет. Факты покидают этот узел только для тех, кто живёт по тому же геному.',
  noGenes: 'У этого узла ещё нет генома, поэтому рукопожатие невозможно.',
  noGenesLink: 'Открыть геном',
};
