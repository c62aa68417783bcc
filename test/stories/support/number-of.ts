/** The number that a document of ours bears. */
export function numberOf(text: string): number {
  return JSON.parse(text).synapse.number;
}
