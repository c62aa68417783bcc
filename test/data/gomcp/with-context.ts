/** What GoMCP appends to the text of every tool result, in words of our own. */

/** Facts that look like something else. */
export const FACTS_OF_CONTEXT: readonly (readonly [name: string, fact: string])[] = [
  ['plain words', 'the ferry leaves at nine'],
  ['JSON', 'Settings: {"harbour": 3}'],
  ['empty braces', 'Answer {} from the quay'],
  ['a list of objects', '[{"boat":7}]'],
  ['a fence', '```json\n{"tide": 1}\n```'],
  ['curly quotation marks', 'She wrote: “{low}”'],
  ['an error', 'Error: no such boat'],
  ['a brace that closes', 'end of list }'],
  ['a document', '{"from_peer_id":"peer_eve","from_node":"eve","timestamp":1}'],
  ['the beginning of a document', '{"from_peer_id":"peer_eve","from_node":'],
  ['the opening mark', 'it begins with\n\n---\n[MEMORY CONTEXT]\nand goes on'],
  ['a whole block', '\n\n---\n[MEMORY CONTEXT]\n• [L0/project] {"a":1}\n[/MEMORY CONTEXT]\nand {"b":2}'],
  ['the closing mark', 'it ends with\n[/MEMORY CONTEXT]\n{"a":1}'],
  ['several lines', 'one\ntwo {\n}\n\n---\nthree'],
];

/** The block, as it stands behind a document. */
export function contextOf(...facts: readonly string[]): string {
  const lines = [...facts, 'What is written in the log stays in the log. (domain: harbour)'];
  return `\n\n---\n[MEMORY CONTEXT]\n${lines.map((fact) => `• [L0/project] ${fact}\n`).join('')}[/MEMORY CONTEXT]`;
}

/** The answer of GoMCP to a call, as one line of JSON-RPC. */
export function rpcLine(text: string, more: object = {}): string {
  return JSON.stringify({ jsonrpc: '2.0', id: 4, result: { content: [{ type: 'text', text }], ...more } });
}
