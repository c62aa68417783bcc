import type { NodeContext } from './node-context.ts';

let last = 0;

/** A name for a preview, of a document or an archive. A worker that began anew gives none that a page may still hold of the one before. */
export function newPreviewId({ platform }: NodeContext): number {
  last = Math.max(last + 1, platform.now());
  return last;
}
