/** Eight characters stand together. */
const GROUPS = /.{1,8}/gs;

/** An id or hash: whole, in letters of one width, breaking between groups into lines of one length. */
export function Hash({ value }: { value: string }) {
  const head = /^peer_/.exec(value)?.[0] ?? '';
  const groups = value.slice(head.length).match(GROUPS) ?? [];
  return (
    <code class="hash">
      {head}
      {groups.map((group, index) => (
        <>
          {index > 0 && <wbr />}
          {group}
        </>
      ))}
    </code>
  );
}
