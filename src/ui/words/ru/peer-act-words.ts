/** What a person does for a peer: forget it, hand a backup over, choose what goes to it, type at GoMCP. */
import type { HeldBackWhy } from '../../../domain/contents.ts';
import type { Words } from '../words.ts';
import { formats } from './formats.ts';
import { undoWords } from './undo-words.ts';

const { count, list, number } = formats;

const facts = (n: number) => count(n, { one: 'факт', few: 'факта', other: 'фактов' });
const peers = (n: number) => count(n, { one: 'узел', few: 'узла', other: 'узлов' });
const drops = (n: number) => count(n, { one: 'посылка', few: 'посылки', other: 'посылок' });

export const forgetWords: Words['forget'] = {
  forget: 'Забыть',
  question: (peer) => `Забыть ${peer}?`,
  what: 'Что забыть',
  onlyPeer: (peer) => `Только ${peer}`,
  both: (peer) => `${peer} и всё, что он принёс`,
  onlyBrought: 'Только принесённое',
  yesPeer: (peer) => `Забыть ${peer}`,
  yesBoth: (peer, n) => (n > 0 ? `Забыть ${peer} и ${facts(n)}` : `Забыть ${peer} и принесённое`),
  yesBrought: (n) => (n > 0 ? `Забыть ${facts(n)}` : 'Забыть принесённое'),

  goes: 'Исчезнет',
  trust: 'Знакомство и доверие: сначала придётся снова пожать руки.',
  signer:
    'Ключ, которым он подписывает: пока он не подпишется снова, документ без подписи от его имени примут от любого.',
  confirmed: 'То, что его ключ сверен лично.',
  handshakes: (n) => `Рукопожатия, на которые он не ответил: ${number(n)}`,
  exchanged: 'То, что у него, как известно, есть: после нового рукопожатия для него будет новым всё.',
  unconfirmed: (n) => `${drops(n)} для него без подтверждения: дошли они или нет, видно не будет.`,
  leftOut: (n) =>
    `${count(n, { one: 'исключённая область', few: 'исключённые области', other: 'исключённых областей' })}: после нового рукопожатия они снова будут уходить к нему.`,
  facts: (n) => `${facts(n)} от него`,
  incidents: (n) => `Сказанное им об инцидентах (${number(n)}); те, о которых больше никто не говорил, исчезнут.`,
  conflicts: (n) => `Противоречия от него: ${number(n)}`,

  stays: 'Останется',
  itself: (peer) => `Сам ${peer}: доверие, ключ и то, что для него хранится.`,
  brought: 'Всё, что он принёс: рядом будет стоять его идентификатор.',
  kept: (n) => `${facts(n)} от него: вы их изменили или отложили`,
  shared: (n) => `${facts(n)}: их принёс и другой узел`,
  comeBack: (n) => `${facts(n)} в прежнем виде, до его слов, или в словах другого узла`,
  journal: 'Журнал и то, что вы решили не в его пользу.',
  list: 'Факты от него',
  again: undoWords.again,
  noUndo: 'Отменить это нельзя.',

  backup: (n) => `Для него хранится резервная копия, которую ему не передали: ${facts(n)}.`,
  evenBackup: 'Удалить и резервную копию',

  silentTitle: 'Молчащие узлы',
  silent: (n) => `${count(n, { one: 'узел молчит', few: 'узла молчат', other: 'узлов молчат' })} дольше этого.`,
  silentFor: 'Молчат дольше чем',
  show: 'Забыть молчащие узлы',
  silentQuestion: (age) => `Забыть тех, кто молчит дольше (${age})?`,
  silentText: 'Принесённое ими останется. Доверие и ключи исчезнут, в том числе сверенные лично.',
  plainOnes: 'Для этих резервной копии нет:',
  backedUp: 'Для этих хранится копия, которую им не передали:',
  evenBackups: 'Забыть и этих, а их копии удалить',
  yesSilent: (n) => `Забыть ${peers(n)}`,
};

const backupReasons: Readonly<Record<string, string>> = {
  timeout: 'молчал дольше отведённого срока',
  explicit: 'об этом попросили',
};

export const backupWords: Words['backup'] = {
  backup: 'Резервная копия',
  title: (peer) => `Копия для ${peer}`,
  about: (peer) => `То, что было известно, когда ${peer} замолчал. Хранится, пока к нему не вернётся всё.`,
  offered: (peer) => `${peer} вернулся. Передайте ему его копию.`,
  kept: 'Сохранена',
  reason: 'Почему',
  reasonOf: (reason) => backupReasons[reason] ?? reason,
  holds: 'Содержит',
  facts: (n) => count(n, { one: 'факт', few: 'факта', other: 'фактов' }),
  genomeHash: 'Хеш генома тогда',
  list: 'Факты в ней',
  handTo: 'Кому передать',
  choose: 'Выберите доверенный узел…',
  nobody: 'Передать её можно, как только появится доверенный узел: сначала пожмите руки.',
  itself: (peer) => `${peer} (его собственная)`,
  toAnother: (peer, to) =>
    `${to} получит то, что хранилось для ${peer}. Так поступают, если ${peer} вернулся под новым именем.`,
  form: 'В каком виде',
  payload: 'Посылка, которую он примет',
  raw: 'Копия как есть',
  takeOut: 'Отнести копию',
  clear: 'Удалить копию',
  clearQuestion: (peer) => `Удалить резервную копию для ${peer}?`,
  clearText: (facts) =>
    `${count(facts, { one: 'факт', few: 'факта', other: 'фактов' })} для него больше не предложат. Ваши собственные факты останутся. Отменить это нельзя.`,
  keep: 'Оставить',
};

const heldBackReasons: Readonly<Record<HeldBackWhy, string>> = {
  level: 'модуль или фрагмент',
  stale: 'пометка «устарел»',
  archived: 'в архиве',
  'left-out': 'не отдаёте вы',
};

export const contentsWords: Words['contents'] = {
  byDomain: (domains) => `По областям (${number(domains)})`,
  byDomainText: (peer) => `Что не отмечено, к ${peer} не попадёт, ни сейчас, ни потом.`,
  noDomain: 'без области',
  genes: (genes) => count(genes, { one: 'ген', few: 'гена', other: 'генов' }),
  heldBack: (why, facts) =>
    `${count(facts, { one: 'остаётся здесь', few: 'остаются здесь', other: 'остаются здесь' })}: ${heldBackReasons[why]}`,
  without: (domains) => `без: ${list(domains)}`,
  more: (domains) => `ещё ${number(domains)}`,
};

export const gomcpWords: Words['gomcp'] = {
  open: 'Что набрать там',
  title: (peer) => `Что набрать на узле ${peer}`,
  about:
    'Для узла GoMCP: он печатает текст и сам ничего не носит. Скопируйте вызов, выполните его там и принесите то, что он напечатал.',
  trust: 'Чтобы он доверял этому узлу',
  trustText:
    'При запуске GoMCP забывает всех и получает новый идентификатор. Тогда выполните там peer_status, прочитайте ответ здесь и продолжайте в карточке этого узла.',
  status: 'Чтобы он назвал себя',
  statusText:
    'Прочитайте его ответ здесь. Как только он станет доверенным, в его карточке будет видно, как обмениваться.',
  give: 'Чтобы передать ему новое',
  giveText: 'GoMCP создаёт каждый полученный факт заново: что передано дважды, окажется там дважды.',
  giveAllText: 'Передавайте всё, только если от вас там ещё ничего нет, и принесите сюда его ответ.',
  payload: 'При копировании и сохранении вместо многоточия встанет посылка.',
  get: 'Чтобы получить то, что есть у него',
  getText: 'Прочитайте здесь то, что он напечатает.',
  restore: 'Чтобы вернуть то, что он хранил для этого узла',
  restoreText: 'Если этот узел там считали замолчавшим, напечатается резервная копия. Прочитайте её здесь.',
  arrived: 'Дошло',
  arrivedText: (peer) =>
    `Принесите то, что напечатал ${peer}, или скажите сами: тогда всё отнесённое ему будет считаться дошедшим.`,
  copyDeniedNext: 'Выделите текст ниже и скопируйте его вручную.',
};
