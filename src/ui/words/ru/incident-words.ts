import type { Words } from '../words.ts';
import { formats } from './formats.ts';

const { count } = formats;

export const incidentWords: Words['incidents'] = {
  none: 'Инцидентов нет',
  noneText: 'Инциденты приходят вместе с фактами в посылках доверенных узлов. Пока ни один не пришёл.',
  count: (n) => count(n, { one: 'инцидент', few: 'инцидента', other: 'инцидентов' }),
  untitled: 'Без названия',
  status: 'Состояние',
  severity: 'Серьёзность',
  events: 'События',
  rule: 'Правило',
  phase: 'Этап атаки',
  mitre: 'MITRE ATT&CK',
  createdAt: 'Создан',
  source: 'Сообщил',
  from: 'Принят от',
};
