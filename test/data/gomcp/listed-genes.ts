/** What `list_genes` prints of these genes: a list of facts as GoMCP keeps them. */
export function listedGenes(
  genes: readonly { readonly id: string; readonly content: string; readonly domain?: string }[],
): readonly object[] {
  const at = '2026-11-02T08:30:00.123456789Z';
  return genes.map(({ id, content, domain }) => ({
    id,
    content,
    level: 0,
    domain,
    is_stale: false,
    is_archived: false,
    is_gene: true,
    confidence: 1,
    source: 'genome',
    hit_count: 0,
    last_accessed_at: '0001-01-01T00:00:00Z',
    created_at: at,
    valid_from: at,
    updated_at: at,
  }));
}
