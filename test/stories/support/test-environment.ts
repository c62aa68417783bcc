import type { Environment } from '../../../src/service/node-context.ts';

/** Real randomness, a clock that stands still, and no bell; `change` puts others in their place. */
export function testEnvironment(change: Partial<Environment> = {}): Environment {
  return {
    now: () => 0,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    wakeAt: () => undefined,
    ...change,
  };
}
