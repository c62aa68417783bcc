/** What an act came to: done, or why nothing was done. */
import type { Done, Nothing } from '../../../domain/outcome.ts';
import type { Words } from '../words.ts';
import { formats } from './formats.ts';
import { countWords, stayWords } from './journal-words.ts';

const { count } = formats;

const who = (outcome: Done | Nothing) => outcome.peer || 'узел';

/** What was forgotten, and what stays. */
const forgotten = ({ counts }: Done) => {
  const words = `${countWords({ ...counts, kept: 0 }) || 'ничего уже не оставалось'}.`;
  return counts?.kept ? `${words} ${stayWords(counts.kept)}.` : words;
};

export const outcomeWords: Words['outcomes'] = {
  'node-started': () => 'Узел готов.',
  'handshake-verified': (done) =>
    `${who(done)} теперь доверен: вы живёте по одному геному и можете обмениваться фактами.`,
  'handshake-rejected': (done) => `${who(done)} отклонён: он живёт по другому геному.`,
  'handshake-withdrawn': () => 'Рукопожатие отозвано: ответ на него больше не примут.',
  'taken-in': (done) => {
    // A payload brings no new genes: those in it are here already.
    const words = countWords({ ...done.counts, genes: 0 });
    return words ? `Принято от ${who(done)}: ${words}.` : `Принято от ${who(done)}: ничего нового.`;
  },
  'delta-answered': (done) => `Ответ для ${who(done)} готов, его можно отнести.`,
  'backup-restored': (done) => {
    const words = countWords({ ...done.counts, genes: 0 });
    return words ? `Восстановлено: ${words}.` : 'Восстановлено.';
  },
  'backup-cleared': (done) => `Резервная копия для ${who(done)} удалена.`,
  'genome-grown': (done) => {
    const genes = done.counts?.genes;
    return genes
      ? `В геном добавлено: ${count(genes, { one: 'ген', few: 'гена', other: 'генов' })}.`
      : 'Геном дополнен.';
  },
  'gene-added': () => 'Ген добавлен.',
  'fact-added': () => 'Факт добавлен.',
  'fact-changed': () => 'Факт изменён.',
  'fact-deleted': () => 'Факт удалён.',
  'identity-confirmed': (done) => `Ключ узла ${who(done)} сверен лично.`,
  'identity-doubted': (done) => `Записано: слова для ${who(done)} не совпадают. Ничего больше ему не передавайте.`,
  'clone-settled': (done) =>
    `Убрано. Предупреждение вернётся, если ключ узла ${who(done)} снова даст один номер двум документам.`,
  'incident-added': () => 'Инцидент добавлен.',
  'incident-changed': () => 'Инцидент изменён.',
  'setting-changed': () => 'Настройка изменена.',
  discarded: () => 'Не принято. Ничего не записано.',
  'conflict-resolved': () => 'Противоречие решено.',
  'import-undone': (done) => {
    const words = countWords({ ...done.counts, kept: 0 });
    const taken = words ? `Приём отменён, убрано: ${words}.` : 'Приём отменён: убирать было уже нечего.';
    return done.counts?.kept ? `${taken} ${stayWords(done.counts.kept)}.` : taken;
  },
  'brought-forgotten': (done) => `Забыто принесённое от ${who(done)}: ${forgotten(done)}`,
  'peer-forgotten': (done) =>
    done.counts ? `${who(done)} забыт вместе с принесённым: ${forgotten(done)}` : `${who(done)} забыт.`,
  'peers-forgotten': (done) => `Забыто молчащих узлов: ${formats.number(done.counts?.peers ?? 0)}.`,
  'arrival-confirmed': (done) => `Записано: отнесённое для ${who(done)} дошло.`,
  archived: () => 'Записано: архив сохранён.',
  restored: (done) => `${who(done)} восстановлен.`,
  'replaced-let-go': () => 'Удалено.',
  'everything-forgotten': () => 'На этом устройстве от узла ничего не осталось.',
  carried: () => 'Записано как отнесённое.',
};

export const nothingWords: Words['nothing'] = {
  stopped: () => 'Остановлено. Ничего не изменилось.',
  'already-here': () => 'Ничего нового: всё это здесь уже есть.',
  'handshake-answered-before': (nothing) =>
    `Узлу ${who(nothing)} уже отвечали. Вот тот же ответ ещё раз; ничего не изменено.`,
  'same-genome': () => 'Узел и так живёт по этому геному.',
  unchanged: () => 'Ничего не изменено: так уже и было.',
  'nothing-brought': (nothing) => `Ничего не изменено: ${who(nothing)} ничего не приносил.`,
};
