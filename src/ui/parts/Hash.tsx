/** So many characters stand together. */
const GROUP = 8;

/** An id or hash: whole, in letters of one width, breaking between groups into lines of one length. */
export function Hash({ value }: { value: string }) {
  const head = /^peer_/.exec(value)?.[0] ?? '';
  const groups = value.slice(head.length).match(new RegExp(`.{1,${GROUP}}`, 'gs')) ?? [];
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
