/**
 * The block that GoMCP appends to what a tool prints: facts of its memory, for the model that reads it (PROTOCOL "Text
 * around a document"). It is known by its marks, each a line of its own. What stands between them is never looked
 * at: a fact may hold braces, fences, several lines, and the marks themselves.
 */

/** The separator line with the opening mark below it, or (group 1) the closing mark. The lines may be quoted. */
const MARKS = /^[ \t\u00a0>]*(?:---[ \t]*(?:\r\n?|\n)[ \t\u00a0>]*\[MEMORY CONTEXT\]|(\[\/MEMORY CONTEXT\]))[ \t]*$/gm;
const CLOSING = '[/MEMORY CONTEXT]';
/**
 * Stands in the place of each character of a block, so that every other character keeps its place. No document can hold
 * it between two tokens: a block in the middle of a document does not make one document of both sides.
 */
export const LEFT_OUT = '\u001a';

/**
 * The text with `LEFT_OUT` in the place of each block; the same text if there is none. A block reaches from its opening
 * mark to the last closing mark before the next block. In a text that GoMCP made (`isOneOutput`), and that ends with a
 * closing mark, it reaches from the first opening mark to the end: everything behind a document is the block.
 */
export function leaveOutContext(text: string, isOneOutput = false): string {
  if (!text.includes(CLOSING)) return text;
  const isWhole = isOneOutput && text.trimEnd().endsWith(CLOSING);
  const parts: string[] = [];
  let [from, start, end] = [0, -1, -1];
  const leaveOut = () => {
    if (end < 0) return;
    parts.push(text.slice(from, start), LEFT_OUT.repeat(end - start));
    [from, start, end] = [end, -1, -1];
  };
  for (const { 0: mark, 1: closing, index } of text.matchAll(MARKS)) {
    if (closing !== undefined) end = start < 0 ? -1 : index + mark.length;
    else {
      if (!isWhole) leaveOut();
      if (start < 0) start = index;
    }
  }
  leaveOut();
  return parts.length === 0 ? text : parts.concat(text.slice(from)).join('');
}
