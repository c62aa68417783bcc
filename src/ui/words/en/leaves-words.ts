import type { HeldBackWhy } from '../../../domain/contents.ts';
import { formats } from './formats.ts';

const { count, list, number } = formats;

const reasons: Readonly<Record<HeldBackWhy, string>> = {
  level: 'module or snippet',
  stale: 'marked stale',
  archived: 'archived',
  'left-out': 'left out by you',
};

export const leavesWords = {
  byDomain: (domains: number) => `By domain (${number(domains)})`,
  byDomainText: (peer: string) => `What is not ticked does not go to ${peer}, now or later.`,
  noDomain: 'no domain',
  genes: (genes: number) => count(genes, { one: 'gene', other: 'genes' }),
  heldBack: (why: HeldBackWhy, facts: number) =>
    `${count(facts, { one: 'stays here', other: 'stay here' })}: ${reasons[why]}`,
  without: (domains: readonly string[]) => `without ${list(domains)}`,
  more: (domains: number) => `${number(domains)} more`,
};
