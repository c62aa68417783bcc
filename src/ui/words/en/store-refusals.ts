import type { Refusal, RefusalCode } from '../../../domain/refusal.ts';
import type { RefusalSentence } from '../refusal-sentence.ts';

type OfMemory = Extract<RefusalCode, `store-${string}` | 'worker-died'>;

/** In the browser's own words, whose full stop ends no sentence here. */
const inBrackets = (found: string | undefined) => (found ? ` (${found.replace(/\.$/, '')})` : '');

/** The memory of this node, or what works on it, is not to be had. */
export const storeRefusals: Readonly<Record<OfMemory, (refusal: Refusal) => RefusalSentence>> = {
  'store-unavailable': (r) => ({
    what: `The memory of this browser cannot be opened${inBrackets(r.found)}.`,
    next: 'Close other tabs with Synapse and leave private mode, then try again.',
  }),
  'store-newer': () => ({
    what: 'A newer version of Synapse keeps the memory of this node by now.',
    next: 'Close the other tabs with Synapse and try again: this page then becomes the newer version too.',
  }),
  'store-failed': (r) => ({
    what: `It could not be written${inBrackets(r.found)}.`,
    next: 'Try again. If it stays so, save what you brought as a file and reload this page.',
  }),
  'store-full': () => ({
    what: 'The device has no room left for it.',
    next: 'Free some space, then accept once more: what you brought is still here.',
  }),
  'worker-died': () => ({
    what: 'The browser stopped the part of Synapse that keeps the data; it is being started again.',
    changed: 'What was under way either happened completely or not at all.',
    next: 'Check whether it is there; if not, do it again.',
  }),
};
