import { formats } from './formats.ts';

const { count } = formats;

export const incidentWords = {
  none: 'No incidents',
  noneText: 'Incidents travel beside facts in the payloads of trusted peers. None has come in yet.',
  count: (n: number) => count(n, { one: 'incident', other: 'incidents' }),
  untitled: 'Without a title',
  status: 'Status',
  severity: 'Severity',
  events: 'Events',
  rule: 'Rule',
  phase: 'Kill chain',
  mitre: 'MITRE ATT&CK',
  createdAt: 'Created',
  source: 'Reported by',
  from: 'Taken in from',
};
