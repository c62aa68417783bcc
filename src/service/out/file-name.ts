/** The name of a saved file, for example `synapse-alpha-sync-payload-20261123-1301.json`. `at` is written in UTC. */
export function fileName(nodeName: string, kind: string, at: Date, ending = 'json'): string {
  const name = nodeName.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 40);
  const stamp = at.toISOString().replace(/[-:]/g, '').slice(0, 13).replace('T', '-');
  return `synapse-${name}-${kind.replaceAll('_', '-')}-${stamp}.${ending}`;
}
