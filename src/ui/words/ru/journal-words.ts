/** The Journal screen, and sentences that count what a drop held. */
import type { DocumentKind } from '../../../domain/document.ts';
import type { JournalEntry, TrustReason } from '../../../domain/journal.ts';
import type { Counts } from '../../../domain/outcome.ts';
import type { TrustName } from '../../../domain/trust.ts';
import type { Words } from '../words.ts';
import { formats } from './formats.ts';
import { contentsWords } from './peer-act-words.ts';
import { documentWords } from './shell-words.ts';

const { count, list } = formats;

const who = (entry: JournalEntry) => entry.nodeName || entry.peerId || 'неизвестный узел';
const what = (kind: DocumentKind | undefined) => (kind ? documentWords[kind] : 'документ');
const domainOf = (entry: JournalEntry) => entry.subject || contentsWords.noDomain;
const withSubject = (entry: JournalEntry) => (entry.subject ? `: ${entry.subject}` : '');

const trustWords: Readonly<Record<TrustName, string>> = {
  UNKNOWN: 'неизвестен',
  PENDING: 'ждём ответа',
  VERIFIED: 'доверен',
  REJECTED: 'отклонён',
  EXPIRED: 'замолчал',
  INVALID: 'непонятно',
};

export function countWords(counts: Counts | undefined): string {
  const parts: string[] = [];
  const add = (value: number | undefined, one: string, few: string, other: string) => {
    if (value) parts.push(count(value, { one, few, other }));
  };
  add(counts?.facts, 'факт', 'факта', 'фактов');
  add(counts?.genes, 'ген', 'гена', 'генов');
  add(counts?.incidents, 'инцидент', 'инцидента', 'инцидентов');
  add(counts?.updates, 'исправление', 'исправления', 'исправлений');
  if (counts?.conflicts) parts.push(conflictCount(counts, counts.conflicts));
  add(counts?.leftOut, 'пропущен', 'пропущены', 'пропущено');
  add(counts?.refused, 'отклонён', 'отклонены', 'отклонено');
  add(counts?.present, 'уже был', 'уже были', 'уже было');
  return list(parts);
}

/** Conflicts that were decided in the preview are counted too. */
function conflictCount({ theirs = 0, both = 0 }: Counts, conflicts: number): string {
  const decided = [
    theirs > 0 && `взят чужой — ${formats.number(theirs)}`,
    both > 0 && `оставлены оба — ${formats.number(both)}`,
  ].filter((part) => part !== false);
  const words = count(conflicts, { one: 'противоречие', few: 'противоречия', other: 'противоречий' });
  return decided.length > 0 ? `${words} (${list(decided)})` : words;
}

/** How much an undo leaves here, because it was changed since. */
export function stayWords(staying: number): string {
  return count(staying, {
    one: 'изменённая с тех пор запись остаётся',
    few: 'изменённые с тех пор записи остаются',
    other: 'изменённых с тех пор записей остаётся',
  });
}

/** The service writes a setting as its name and milliseconds or `never`: `timeout 3000`, `forget never`. */
const setting = (entry: JournalEntry) => {
  const [name, value] = (entry.subject ?? '').split(' ');
  const length = value === 'never' ? 'никогда' : formats.duration(Number(value));
  if (name === 'timeout') return `: Срок молчания, ${length}`;
  return name === 'forget' ? `: Забывать молчащие узлы, ${length}` : withSubject(entry);
};

/** The service writes a decision as the fact's id and the choice: `c0e2… theirs`. */
const decision = (entry: JournalEntry) => {
  const [, id, choice] = /^(.*) (ours|theirs|both)$/s.exec(entry.subject ?? '') ?? [];
  if (choice === 'ours') return `: оставлен наш, ${id}`;
  if (choice === 'theirs') return `: взят чужой, ${id}`;
  return choice === 'both' ? `: оставлены оба, ${id}` : withSubject(entry);
};

/** A payload or a backup brings no new genes: those in it are here already. */
const withoutGenes = (entry: JournalEntry): JournalEntry => ({ ...entry, counts: { ...entry.counts, genes: 0 } });

const withCounts = (entry: JournalEntry) => {
  const words = countWords(entry.counts);
  return words ? `: ${words}` : '';
};

const withStaying = ({ counts }: JournalEntry) => (counts?.kept ? `; ${stayWords(counts.kept)}` : '');

const reasons: Readonly<Record<TrustReason, string>> = {
  'same-genome': 'живёт по тому же геному',
  'other-genome': 'живёт по другому геному',
  'genome-grown': 'наш геном вырос',
  'asked-again': 'нужно новое рукопожатие',
  withdrawn: 'рукопожатие отозвано',
};

export const journalWords: Words['journal'] = {
  sentences: {
    'node-started': (entry) => `Узел запущен${withSubject(entry)}`,
    'drop-in': (entry) => `Принято от ${who(entry)} (${what(entry.documentKind)})${withCounts(withoutGenes(entry))}`,
    'drop-out': (entry) => `Отнесено для ${who(entry)} (${what(entry.documentKind)})${withCounts(entry)}`,
    'trust-changed': (entry) => {
      const reason = entry.reason ? ` (${reasons[entry.reason]})` : '';
      return `${who(entry)}: теперь ${trustWords[entry.trust ?? 'UNKNOWN']}${reason}`;
    },
    'peer-expired': (entry) => `${who(entry)} молчал слишком долго, доверие прекращено`,
    'peer-forgotten': (entry) =>
      entry.subject === 'asked' ? `${who(entry)} забыт` : `${who(entry)} забыт после долгого молчания`,
    'brought-forgotten': (entry) => `Забыто принесённое от ${who(entry)}${withCounts(entry)}${withStaying(entry)}`,
    'handshake-asked': (entry) =>
      entry.peerId ? `Рукопожатие для ${who(entry)}` : 'Рукопожатие для любого, кто ответит',
    'handshake-withdrawn': (entry) =>
      entry.peerId ? `Рукопожатие для ${who(entry)} отозвано` : 'Рукопожатие отозвано',
    'backup-kept': (entry) => `Сохранена резервная копия для ${who(entry)}${withCounts(entry)}`,
    'backup-cleared': (entry) => `Удалена резервная копия для ${who(entry)}`,
    'backup-restored': (entry) => `Восстановлена копия, которую хранил ${who(entry)}${withCounts(withoutGenes(entry))}`,
    'genome-grown': (entry) => `Геном дополнен${withCounts(entry) || withSubject(entry)}`,
    'setting-changed': (entry) => `Изменена настройка${setting(entry)}`,
    'domain-left-out': (entry) => `Больше не уходит к ${who(entry)}: ${domainOf(entry)}`,
    'domain-put-back': (entry) => `Снова уходит к ${who(entry)}: ${domainOf(entry)}`,
    'fact-added': (entry) => `Добавлен факт${withSubject(entry)}`,
    'fact-edited': (entry) => `Изменён факт${withSubject(entry)}`,
    'fact-marked': (entry) => `Помечен факт${withSubject(entry)}`,
    'fact-deleted': (entry) => `Удалён факт${withSubject(entry)}`,
    'incident-added': (entry) => `Добавлен инцидент${withSubject(entry)}`,
    'incident-changed': (entry) => `Изменён инцидент${withSubject(entry)}`,
    discarded: (entry) =>
      entry.nodeName || entry.peerId
        ? `Не принято от ${who(entry)} (${what(entry.documentKind)})`
        : `Не принято: ${what(entry.documentKind)}`,
    'conflict-resolved': (entry) => `Решено противоречие с ${who(entry)}${decision(entry)}`,
    'identity-confirmed': (entry) => `Ключ узла ${who(entry)} сверен лично`,
    'identity-doubted': (entry) => `Слова для ${who(entry)} не совпали`,
    'key-cloned': (entry) =>
      `Копия ключа узла ${who(entry)} или откат: номер ${entry.subject ?? ''} стоит на двух документах`,
    'clone-settled': (entry) => `Улажено: копия ключа узла ${who(entry)} или откат`,
    'arrival-confirmed': (entry) => `Отнесённое для ${who(entry)} дошло`,
    failed: (entry) => `Что-то не удалось сохранить${withSubject(entry)}`,
    'import-undone': (entry) => `Отменён приём от ${who(entry)}${withCounts(entry)}${withStaying(entry)}`,
  },
  kinds: {
    failed: 'Сбои',
    'identity-confirmed': 'Сверенные ключи',
    'identity-doubted': 'Несовпавшие ключи',
    'key-cloned': 'Копии ключей и откаты',
    'clone-settled': 'Улаженные копии',
    'drop-in': 'Принято',
    'drop-out': 'Отнесено',
    'arrival-confirmed': 'Дошло',
    'import-undone': 'Отменено',
    discarded: 'Не принято',
    'conflict-resolved': 'Решённые противоречия',
    'trust-changed': 'Доверие',
    'handshake-asked': 'Рукопожатия',
    'handshake-withdrawn': 'Отозванные рукопожатия',
    'peer-expired': 'Замолчавшие',
    'peer-forgotten': 'Забытые',
    'brought-forgotten': 'Забытое принесённое',
    'backup-kept': 'Сохранённые копии',
    'backup-cleared': 'Удалённые копии',
    'backup-restored': 'Восстановленные копии',
    'fact-added': 'Добавленные факты',
    'fact-edited': 'Изменённые факты',
    'fact-marked': 'Помеченные факты',
    'fact-deleted': 'Удалённые факты',
    'incident-added': 'Добавленные инциденты',
    'incident-changed': 'Изменённые инциденты',
    'genome-grown': 'Геном',
    'domain-left-out': 'Исключённые области',
    'domain-put-back': 'Возвращённые области',
    'setting-changed': 'Настройки',
    'node-started': 'Запуск',
  },
  kind: 'Что',
  allKinds: 'Всё',
  peer: 'Узел',
  everybody: 'Все узлы',
  search: 'Поиск в журнале',
  found: 'Найдено строк',
  foundAfter: 'строк',
  no: (n) => `№ ${formats.number(n)}`,
  chain: 'Цепочка',
  check: 'Проверить цепочку',
  whole: (n) => `Все строки целы: ${formats.number(n)}`,
  broken: (n) => `Строка ${formats.number(n)} изменена`,
  brokenText: 'Следующая строка была написана не после неё. Сравните её с файлом, сохранённым раньше.',
  export: 'Сохранить файлом',
  noneFound: 'Ничего не найдено',
  noneFoundText: 'Нет строк такого рода об этом узле с такими словами.',
  drop: 'Посылка',
  refused: 'Отклонено:',
  refusals: {
    'foreign-gene': 'ген, которого у нас нет',
    'gene-changed': 'другие слова для нашего гена',
    'level-not-carried': 'уровень, который не переносят',
    'empty-id': 'нет идентификатора',
    'empty-content': 'нет содержания',
    'duplicate-id': 'идентификатор повторяется',
  },
  times: (n, what) => `${formats.number(n)} × ${what}`,
};
