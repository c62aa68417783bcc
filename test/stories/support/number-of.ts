/** The document number that a node gave to this document; undefined if it has none. */
export function numberOf(text: string): number {
  return JSON.parse(text).synapse.number;
}
