/** The Incidents screen. */
import type { Words } from '../words.ts';
import { formats } from './formats.ts';

export const incidentWords: Words['incidents'] = {
  search: 'Поиск инцидентов',
  found: 'Найдено инцидентов',
  foundAfter: 'найдено',
  any: 'Любое',
  status: 'Состояние',
  severity: 'Серьёзность',
  phase: 'Этап атаки',
  statuses: {
    OPEN: 'открыт',
    INVESTIGATING: 'расследуется',
    RESOLVED: 'решён',
    FALSE_POSITIVE: 'ложная тревога',
  },
  severities: { LOW: 'низкая', MEDIUM: 'средняя', HIGH: 'высокая', CRITICAL: 'критическая' },

  none: 'Инцидентов нет',
  noneText:
    'Инциденты приходят вместе с фактами в посылках доверенных узлов. Примите посылку или добавьте первый инцидент сами.',
  noneFound: 'Ничего не найдено',
  noneFoundText: 'Нет инцидентов с такими словами и признаками.',

  add: 'Добавить инцидент',
  addTitle: 'Новый инцидент',
  change: 'Изменить',
  changeTitle: 'Изменить инцидент',
  changeHint: 'Изменение уйдёт со следующей посылкой; узлы, у которых он есть, увидят и его, и прежние состояния.',
  form: 'Инцидент',
  title: 'Название',
  description: 'Описание',
  rule: 'Правило',
  ruleHint: 'Правило, которое его обнаружило, если оно было.',
  mitre: 'MITRE ATT&CK',
  mitreHint: 'Техники через запятую: T1059, T1190',
  phaseHint: 'Например exploitation или exfiltration.',
  events: 'События',

  hereNow: 'сейчас здесь:',
  comes: 'приходит:',
  untitled: 'Без названия',
  id: 'Идентификатор',
  createdAt: 'Создан',
  source: 'Сообщил',
  from: 'Принят от',
  history: (n) => `История (${formats.number(n)})`,
  byItsClock: 'по его часам',
  says: (name) => `${name} говорит:`,
  otherWords: 'другими словами',
  views: 'Мнения других узлов',
};
