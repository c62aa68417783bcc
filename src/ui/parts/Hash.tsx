/** An id or hash: whole, in letters of one width, breaking where the line ends. */
export function Hash({ value }: { value: string }) {
  return <code class="hash">{value}</code>;
}
