/** The Incidents screen. */
import { formats } from './formats.ts';

export const incidentWords = {
  search: 'Search incidents',
  found: 'Incidents found',
  foundAfter: 'found',
  any: 'Any',
  status: 'Status',
  severity: 'Severity',
  phase: 'Kill-chain phase',
  /** Translations of the known words. English shows the words of the wire as they are. */
  statuses: {} as Readonly<Record<string, string>>,
  severities: {} as Readonly<Record<string, string>>,

  none: 'No incidents',
  noneText:
    'Incidents travel beside facts in the payloads of trusted peers. Take one in, or add the first one yourself.',
  noneFound: 'Nothing found',
  noneFoundText: 'No incident has these words and signs.',

  add: 'Add incident',
  addTitle: 'A new incident',
  change: 'Change',
  changeTitle: 'Change this incident',
  changeHint: 'It travels with the next payload; peers that have it see what changed, and the history of its statuses.',
  form: 'Incident',
  title: 'Title',
  description: 'Description',
  rule: 'Rule',
  ruleHint: 'The rule that raised it, if one did.',
  mitre: 'MITRE ATT&CK',
  mitreHint: 'Techniques, separated by commas: T1059, T1190',
  phaseHint: 'For example exploitation or exfiltration.',
  events: 'Events',

  /** For screen readers: said before the sign of our version, and before the sign of the one that comes in. */
  hereNow: 'here now:',
  comes: 'comes:',
  untitled: 'Without a title',
  id: 'Id',
  createdAt: 'Created',
  source: 'Reported by',
  from: 'Taken in from',
  history: (n: number) => `History (${formats.number(n)})`,
  byItsClock: 'by its clock',
  says: (name: string) => `${name} says:`,
  otherWords: 'in other words',
  views: 'Views of other nodes',
};
