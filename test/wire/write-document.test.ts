import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WireDocument } from '../../src/domain/document.ts';
import { canonicalText } from '../../src/wire/canonical.ts';
import { toJson } from '../../src/wire/write-document.ts';
import threatActors from '../data/threat-actors.json?raw';
import wire from '../vectors/wire.json';
import { anyDocumentOrGenes } from './any-document.ts';
import { readingOf } from './reading.ts';

/** Go's encoder also escapes what could end a script element or a line of a script. */
const asGo = (text: string) =>
  text.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const WRITTEN = wire.filter(({ kind }) => !kind.startsWith('tool_') && kind !== 'genome_file_tampered');

describe('our text is letter for letter what GoMCP writes', () => {
  test.for(WRITTEN)('$name', async ({ text }) => {
    const { document } = await readingOf(text);
    const ours = JSON.stringify(toJson(document as WireDocument), null, text.includes('\n') ? 2 : 0);
    expect(asGo(ours)).toBe(text.replace(/"facts":( ?)null/, '"facts":$1[]'));
  });

  test('for 989 facts of a real payload', async () => {
    const { document } = await readingOf(threatActors);
    expect(asGo(JSON.stringify(toJson(document as WireDocument)))).toBe(threatActors.trim());
  });
});

describe('an empty field is not written, if the reference does not write it', () => {
  const fact = { id: 'f', content: 'c', level: 1, isGene: false, source: '', createdAt: '2026-03-01T10:00:00Z' };
  const payload = {
    kind: 'sync_payload',
    version: '',
    fromPeerId: 'p',
    genomeHash: '',
    facts: [],
    incidents: [],
    syncedAt: '2026-03-01T10:00:00Z',
    receipts: [],
  } as const satisfies WireDocument;

  test.for<[string, WireDocument, string]>([
    ['a payload', payload, 'from_peer_id genome_hash facts synced_at'],
    [
      'a payload with all',
      { ...payload, version: '1.1', receipts: ['d'] },
      'version from_peer_id genome_hash facts synced_at synapse',
    ],
    [
      'a request for all',
      { kind: 'delta_sync_request', fromPeerId: 'p', genomeHash: '', since: '2026-03-01T10:00:00Z', maxBatch: 0 },
      'from_peer_id genome_hash since',
    ],
    ['a genome without a version', { kind: 'genome_file', version: '', hash: 'h', genes: [] }, 'hash genes'],
  ])('%s', ([, document, keys]) => {
    expect(Object.keys(toJson(document)).join(' ')).toBe(keys);
  });

  test('of a fact: domain and module', () => {
    const [written] = toJson({ ...payload, facts: [{ ...fact, domain: '', module: '' }] }).facts as readonly object[];
    expect(Object.keys(written ?? {})).toEqual(['id', 'content', 'level', 'is_gene', 'source', 'created_at']);
    const [other] = toJson({ ...payload, facts: [{ ...fact, domain: 'd', module: 'm' }] }).facts as readonly object[];
    expect(Object.keys(other ?? {}).slice(3, 5)).toEqual(['domain', 'module']);
  });
});

test('any written document reads as the same document, with the same canonical form', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocumentOrGenes, async (make) => {
      const document = await make();
      const text = JSON.stringify(toJson(document));
      const read = (await readingOf(text)).document as WireDocument;
      expect(read).toEqual(document);
      expect(JSON.stringify(toJson(read))).toBe(text);
      expect(canonicalText(toJson(read))).toBe(canonicalText(JSON.parse(text)));
    }),
    { numRuns: 300 },
  );
});
