import type { Phase, Progress } from '../../../domain/steps.ts';
import { formats } from './formats.ts';

const { bytes, number } = formats;

type Unit = Progress['unit'];

const phases: Readonly<Record<Phase, string>> = {
  reading: 'Reading',
  verifying: 'Verifying',
  'looking-up': 'Looking up what is here',
  comparing: 'Comparing with what is here',
  writing: 'Writing',
};

const of: Readonly<Record<Unit, (done: number, total: number) => string>> = {
  bytes: (done, total) => `${bytes(done)} of ${bytes(total)}`,
  characters: (done, total) => `${number(done)} of ${number(total)} characters`,
  rows: (done, total) => `${number(done)} of ${number(total)} rows`,
};

const so: Readonly<Record<Unit, (done: number) => string>> = {
  bytes: (done) => `${bytes(done)} so far`,
  characters: (done) => `${number(done)} characters so far`,
  rows: (done) => `${number(done)} rows so far`,
};

const aSecond: Readonly<Record<Unit, (rate: number) => string>> = {
  bytes: (rate) => `${bytes(rate)} a second`,
  characters: (rate) => `${number(rate)} a second`,
  rows: (rate) => `${number(rate)} a second`,
};

/** Long work. */
export const workWords = { working: 'Work', phases, of, so, aSecond };
