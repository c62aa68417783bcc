/** What a fact is called where there is room for a line: its first one, cut. */
export function titleOf(content: string, most = 120): string {
  return (content.trim().split('\n', 1)[0] ?? '').slice(0, most);
}
