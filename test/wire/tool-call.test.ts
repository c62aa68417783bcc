import { expect, test } from 'vitest';
import { importCall, toolCall } from '../../src/wire/gomcp-tools.ts';
import threatActors from '../data/threat-actors.json?raw';
import { readingOf } from './reading.ts';

const SELF = 'peer_0123456789abcdef01234567';

test('a call is the params of tools/call, laid out for people', () => {
  const text = toolCall('peer_handshake', { peer_id: SELF, peer_node: 'al"pha', peer_genome_hash: '38' });
  expect(text.split('\n').slice(0, 4)).toEqual([
    '{',
    '  "name": "peer_handshake",',
    '  "arguments": {',
    `    "peer_id": "${SELF}",`,
  ]);
  const args = { peer_id: SELF, peer_node: 'al"pha', peer_genome_hash: '38' };
  expect(JSON.parse(text)).toEqual({ name: 'peer_handshake', arguments: args });
  expect(JSON.parse(toolCall('peer_status'))).toEqual({ name: 'peer_status', arguments: {} });
});

test('a payload inside of a call is the same text, in however many parts it is laid in', async () => {
  const { before, after, inside } = importCall(SELF);
  for (const size of [threatActors.length, 4096, 7]) {
    const parts = threatActors.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
    const call = JSON.parse(before + parts.map(inside).join('') + after);
    expect(call).toEqual({
      name: 'sync_facts',
      arguments: { mode: 'import', peer_id: SELF, payload_json: threatActors },
    });
    expect((await readingOf(call.arguments.payload_json)).document).toEqual((await readingOf(threatActors)).document);
  }
});
