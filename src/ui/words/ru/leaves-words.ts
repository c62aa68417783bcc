import type { HeldBackWhy } from '../../../domain/contents.ts';
import type { Words } from '../words.ts';
import { formats } from './formats.ts';

const { count, list, number } = formats;

const reasons: Readonly<Record<HeldBackWhy, string>> = {
  level: 'модуль или фрагмент',
  stale: 'пометка «устарел»',
  archived: 'в архиве',
  'left-out': 'не отдаёте вы',
};

export const leavesWords: Words['leaves'] = {
  byDomain: (domains) => `По областям (${number(domains)})`,
  byDomainText: (peer) => `Что не отмечено, к ${peer} не попадёт, ни сейчас, ни потом.`,
  noDomain: 'без области',
  genes: (genes) => count(genes, { one: 'ген', few: 'гена', other: 'генов' }),
  heldBack: (why, facts) =>
    `${count(facts, { one: 'остаётся здесь', few: 'остаются здесь', other: 'остаются здесь' })}: ${reasons[why]}`,
  without: (domains) => `без: ${list(domains)}`,
  more: (domains) => `ещё ${number(domains)}`,
};
