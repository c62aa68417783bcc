import { expect, test } from 'vitest';
import type { Preview } from '../../src/peer-api.ts';
import { createPeerService } from '../../src/service/peer-service.ts';
import genomeText from '../data/genome.json?raw';
import handshake from '../data/gomcp-handshake-request.json?raw';
import { taken } from '../stories/support/open-node.ts';
import { testEnvironment } from '../stories/support/test-environment.ts';

test('the bell is set for the next deadline, and again if it rang too early', async () => {
  let now = Date.UTC(2026, 10, 23);
  const bells: (number | null)[] = [];
  const environment = testEnvironment({ now: () => now, wakeAt: (time) => bells.push(time) });
  const service = createPeerService(`bell-${crypto.randomUUID()}`, environment);
  const { api } = service;
  await api.startNode('alice');
  await api.openGenome(new Blob([genomeText]));
  expect(bells.at(-1)).toBeNull();
  await api.accept(taken<Preview>(await api.read(handshake)).id);
  const deadline = now + 30 * 60_000;
  expect(bells.at(-1)).toBe(deadline);
  bells.length = 0;
  now = deadline - 1;
  await service.tick();
  expect(bells).toEqual([deadline]);
  now = deadline;
  await service.tick();
  expect(bells.at(-1)).toBeNull();
  await service.close();
});
