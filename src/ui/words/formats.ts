/** Numbers, sizes and times as they are written in one language. */
export interface Formats {
  /** Grouped from 10,000 on. */
  number(value: number): string;
  /** A number with the form of the word that goes with it: `count(5, { one: 'fact', other: 'facts' })`. */
  count(value: number, forms: PluralForms): string;
  bytes(value: number): string;
  /** Date and time to the minute, in local time. */
  date(at: number): string;
  /** Date and time to the second, with the time zone. */
  exactDate(at: number): string;
  /** "5 minutes ago", "in 3 days"; the words given to `createFormats` if it is less than a minute. */
  relative(at: number, now: number): string;
  /** "30 minutes", "7 days": in the largest unit that divides it evenly. */
  duration(millis: number): string;
  list(items: readonly string[]): string;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const RELATIVE_UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

const DURATION_UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const;

const KIBI = 1024;

/** `nearPast`, `nearFuture`: words for less than a minute ago, and for in less than a minute. */
export function createFormats(language: string, nearPast: string, nearFuture: string): Formats {
  const numbers = new Intl.NumberFormat(language, { useGrouping: 'min2', maximumFractionDigits: 1 });
  const plurals = new Intl.PluralRules(language);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const exactDates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' });
  const relatives = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const inUnit = (value: number, unit: string, unitDisplay: 'long' | 'short') =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 }).format(value);

  return {
    number: (value) => numbers.format(value),
    count: (value, forms) => `${numbers.format(value)} ${forms[plurals.select(value)] ?? forms.other}`,
    bytes: (value) => {
      if (value < KIBI) return inUnit(value, 'byte', 'long');
      if (value < KIBI * KIBI) return inUnit(Math.round(value / KIBI), 'kilobyte', 'short');
      if (value < KIBI ** 3) return inUnit(value / KIBI ** 2, 'megabyte', 'short');
      return inUnit(value / KIBI ** 3, 'gigabyte', 'short');
    },
    date: (at) => dates.format(at),
    exactDate: (at) => exactDates.format(at),
    relative: (at, now) => {
      const distance = at - now;
      const unit = RELATIVE_UNITS.find(([, millis]) => Math.abs(distance) >= millis);
      if (unit) return relatives.format(Math.trunc(distance / unit[1]), unit[0]);
      return distance > 0 ? nearFuture : nearPast;
    },
    duration: (millis) => {
      const [unit, size] = DURATION_UNITS.find(([, each]) => millis % each === 0) ?? ['second', SECOND];
      return inUnit(millis / size, unit, 'long');
    },
    list: (items) => lists.format(items),
  };
}
