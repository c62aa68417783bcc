/** What an act came to: done, or why nothing was done. */
import type { Done, DoneWhat, Nothing, NothingWhy } from '../../../domain/outcome.ts';
import { formats } from './formats.ts';
import { countWords, stayWords } from './journal-words.ts';

const { count } = formats;

const who = (outcome: Done | Nothing) => outcome.peer || 'the peer';

/** What was forgotten, and what stays. */
const forgotten = ({ counts }: Done) => {
  const words = `${countWords({ ...counts, kept: 0 }) || 'nothing was left of it'}.`;
  return counts?.kept ? `${words} ${stayWords(counts.kept)}.` : words;
};

/** What a command did. */
export const outcomeWords: Readonly<Record<DoneWhat, (done: Done) => string>> = {
  'node-started': () => 'This node is ready.',
  'handshake-verified': (done) => `${who(done)} is VERIFIED: you live by the same genome and can exchange facts.`,
  'handshake-rejected': (done) => `${who(done)} is REJECTED: it lives by another genome.`,
  'handshake-withdrawn': () => 'The handshake was withdrawn: a reply to it will no longer be taken.',
  'taken-in': (done) => {
    // A payload brings no new genes: those in it are here already.
    const words = countWords({ ...done.counts, genes: 0 });
    return words ? `Taken in from ${who(done)}: ${words}.` : `Taken in from ${who(done)}: nothing new.`;
  },
  'delta-answered': (done) => `The answer for ${who(done)} is ready to be carried.`,
  'backup-restored': (done) => {
    const words = countWords({ ...done.counts, genes: 0 });
    return words ? `Restored: ${words}.` : 'Restored.';
  },
  'backup-cleared': (done) => `The backup of ${who(done)} was cleared.`,
  'genome-grown': (done) => {
    const genes = done.counts?.genes;
    return genes ? `The genome grew by ${count(genes, { one: 'gene', other: 'genes' })}.` : 'The genome grew.';
  },
  'gene-added': () => 'The gene was added.',
  'fact-added': () => 'The fact was added.',
  'fact-changed': () => 'The fact was changed.',
  'fact-deleted': () => 'The fact was deleted.',
  'identity-confirmed': (done) => `The key of ${who(done)} is confirmed in person.`,
  'identity-doubted': (done) => `Written down: the words for ${who(done)} do not match. Exchange nothing more with it.`,
  'clone-settled': (done) =>
    `Put away. It comes back if the key of ${who(done)} gives one number to two documents again.`,
  'incident-added': () => 'The incident was added.',
  'incident-changed': () => 'The incident was changed.',
  'setting-changed': () => 'The setting was changed.',
  discarded: () => 'Discarded. Nothing was written.',
  'conflict-resolved': () => 'The conflict is decided.',
  'import-undone': (done) => {
    const words = countWords({ ...done.counts, kept: 0 });
    const taken = words ? `Undone: ${words} taken out.` : 'Undone: nothing was left to take out.';
    return done.counts?.kept ? `${taken} ${stayWords(done.counts.kept)}.` : taken;
  },
  'brought-forgotten': (done) => `Forgotten, what ${who(done)} brought: ${forgotten(done)}`,
  'peer-forgotten': (done) =>
    done.counts ? `${who(done)} is forgotten, and what it brought: ${forgotten(done)}` : `${who(done)} is forgotten.`,
  'peers-forgotten': (done) =>
    `${count(done.counts?.peers ?? 0, { one: 'silent peer is', other: 'silent peers are' })} forgotten.`,
  'arrival-confirmed': (done) => `Written down: what was handed over to ${who(done)} arrived.`,
  archived: () => 'Written down as archived.',
  restored: (done) => `${who(done)} is restored.`,
  'replaced-let-go': () => 'It was let go.',
  'everything-forgotten': () => 'Nothing of this node is left on this device.',
  carried: () => 'Written down as taken out.',
};

/** Why a command did nothing. */
export const nothingWords: Readonly<Record<NothingWhy, (nothing: Nothing) => string>> = {
  stopped: () => 'Stopped. Nothing was changed.',
  'already-here': () => 'Nothing new: everything in it was here already.',
  'handshake-answered-before': (nothing) =>
    `${who(nothing)} was answered before. Here is the same reply again; nothing was changed.`,
  'same-genome': () => 'This is the genome the node lives by already.',
  unchanged: () => 'Nothing was changed: it was so already.',
  'nothing-brought': (nothing) => `Nothing was changed: ${who(nothing)} brought nothing.`,
};
