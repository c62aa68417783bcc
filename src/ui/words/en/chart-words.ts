import { formats } from './formats.ts';

const { count } = formats;

/** Figures to look at, and hashes as pictures. */
export const chartWords = {
  glance: 'At a glance',
  byLevel: 'Facts by level',
  byDomain: 'Facts by domain',
  byMonth: 'Facts over time, by when they were written',
  noDomain: 'no domain',
  otherDomains: (n: number) => `in ${count(n, { one: 'other domain', other: 'other domains' })}`,
  undated: (n: number) => `${count(n, { one: 'fact does', other: 'facts do' })} not say when.`,
  about: (n: string) => `Counted: ${n}. Archived facts are left out.`,
  most: (n: string) => `most: ${n}`,
  until: (time: string) => `until ${time}`,
  exchanges: 'Exchanges over time',
  broughtIn: 'Drops brought in',
  takenOut: 'Drops taken out',
  noExchanges: 'Nothing has been carried from or to this peer yet.',

  asText: 'The picture in letters',
  asTextHint: 'Both people read these groups aloud, or hold the two pictures side by side: they have to be the same.',
  genomePicture: (groups: string) => `Picture of the genome hash ${groups}`,
  idPicture: (groups: string) => `Picture of the peer id ${groups}`,
};
