/** How Go's decoder takes the members of an object: in any case, and of several that fit the last one counts. */

/** The fields of the reference's types. */
const PAYLOAD = ['version', 'from_peer_id', 'genome_hash', 'facts', 'incidents', 'synced_at'];
const FACT = ['id', 'content', 'level', 'domain', 'module', 'is_gene', 'source', 'created_at'];
const INCIDENT = [
  'id',
  'status',
  'severity',
  'title',
  'description',
  'event_count',
  'correlation_rule',
  'kill_chain_phase',
  'mitre_mapping',
  'created_at',
  'source_peer_id',
];
const DOCUMENT = [
  ...PAYLOAD,
  ...['peer_id', 'backed_up_at', 'reason', 'has_more', 'since', 'max_batch'],
  ...['from_node', 'timestamp', 'nonce', 'to_peer_id', 'to_node', 'match', 'trust'],
];

type Json = Record<string, unknown>;

/** The letters that fold to each other (Unicode simple folding), as far as they fold to a letter of ASCII. */
const isSame = (name: string, known: string) =>
  name.length === known.length &&
  [...known].every((letter, index) => {
    const forms = { s: 'sS\u017f', k: 'kK\u212a' }[letter] ?? letter + letter.toUpperCase();
    return forms.includes(name[index] as string);
  });

function fold(object: Json, known: readonly string[]): Json {
  const read: Json = {};
  for (const [name, value] of Object.entries(object)) {
    const field = known.find((one) => one === name) ?? known.find((one) => isSame(name, one));
    if (field !== undefined) read[field] = value;
  }
  return read;
}

/** What a reader that folds names understands of one of our documents, with all its rows. */
export function readFolding(text: string): Json {
  const document = fold(JSON.parse(text), DOCUMENT);
  const rows = (name: string, known: readonly string[]) =>
    Array.isArray(document[name]) ? { [name]: document[name].map((row) => fold(row, known)) } : {};
  return { ...document, ...rows('facts', FACT), ...rows('incidents', INCIDENT) };
}

/** A name in other letters that fold to it. `seed` chooses among them. */
export function inOtherCase(name: string, seed: number): string {
  const letters = [...name].map((letter, index) => {
    const forms = { s: ['s', 'S', '\u017f'], k: ['k', 'K', '\u212a'] }[letter] ?? [letter, letter.toUpperCase()];
    return forms[(seed >> (index % 8)) % forms.length] as string;
  });
  return letters.join('') === name ? name.toUpperCase() : letters.join('');
}
