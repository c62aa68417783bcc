import type { Words } from '../words.ts';
import { formats } from './formats.ts';

const { count } = formats;

const reasons: Readonly<Record<string, string>> = {
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
  reasonOf: (reason) => reasons[reason] ?? reason,
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
