/** The contents of the facts in a payload, a delta page or a backup, without its genes. */
export function contentsIn(text: string): readonly string[] {
  const { facts } = JSON.parse(text) as { facts: { content: string; is_gene?: boolean }[] };
  return facts.filter((fact) => !fact.is_gene).map((fact) => fact.content);
}
