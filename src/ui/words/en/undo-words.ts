/** Undoing an import. */
import { formats } from './formats.ts';

const { count } = formats;

export const undoWords = {
  undo: 'Undo import',
  region: 'Undo',
  question: (peer: string) => `Undo what came in from ${peer}?`,
  takenInAt: (time: string) => `It was taken in on ${time}.`,
  takesOut: 'This will be taken out:',
  takesOutNothing: 'There is nothing left of it to take out.',
  facts: (n: number) => count(n, { one: 'fact', other: 'facts' }),
  incidents: (n: number) => count(n, { one: 'incident', other: 'incidents' }),
  conflicts: (n: number) => count(n, { one: 'conflict', other: 'conflicts' }),
  stay: (n: number) =>
    count(n, {
      one: 'fact stays, because it was edited or marked since:',
      other: 'facts stay, because they were edited or marked since:',
    }),
  again: 'The same payload can be taken in again later.',
};
