/** Starting a node, and its settings. */
import { LIMITS } from '../domain/limits.ts';
import type { Outcome } from '../domain/outcome.ts';
import { refuse } from '../domain/refusal.ts';
import { DEFAULT_TIMEOUT } from '../domain/registry.ts';
import type { Millis } from '../domain/time.ts';
import type { Settings } from '../store/schema.ts';
import { makeIdentity } from './identity.ts';
import type { NodeContext, ServiceContext } from './node-context.ts';

/** Gives this memory a node: its name, and its keys, which never change. */
export async function startNode({ store, environment }: ServiceContext, name: string): Promise<Outcome> {
  const nodeName = name.trim();
  if (nodeName === '') return refuse('empty-name');
  if (nodeName.length > LIMITS.nodeName) {
    return refuse('too-long', { place: '/node_name', found: `${nodeName.length}`, wanted: `${LIMITS.nodeName}` });
  }
  const identity = await makeIdentity(environment);
  return store.transact({}, () => {
    if (store.identity) return { kind: 'nothing', why: 'unchanged' }; // Another tab was first.
    const at = environment.now();
    store.begin(
      { id: 'identity', ...identity, nodeName, startedAt: at },
      { id: 'settings', timeout: DEFAULT_TIMEOUT, forgetAfter: null },
    );
    store.note({ kind: 'node-started', at, peerId: identity.peerId, nodeName });
    return { kind: 'done', what: 'node-started' };
  });
}

export async function setPeerTimeout(node: NodeContext, timeout: Millis): Promise<Outcome> {
  if (!isDuration(timeout)) return refuse('bad-timeout', { found: `${timeout}` });
  return changeSettings(node, { timeout }, `timeout ${timeout}`);
}

export async function setForgetAfter(node: NodeContext, after: Millis | null): Promise<Outcome> {
  if (after !== null && !isDuration(after)) return refuse('bad-timeout', { found: `${after}` });
  return changeSettings(node, { forgetAfter: after }, `forget ${after ?? 'never'}`);
}

function changeSettings(
  { store, environment }: NodeContext,
  change: Partial<Settings>,
  subject: string,
): Promise<Outcome> {
  return store.transact({}, () => {
    const { settings } = store;
    const changed = { ...settings, ...change };
    if (changed.timeout === settings.timeout && changed.forgetAfter === settings.forgetAfter) {
      return { kind: 'nothing', why: 'unchanged' };
    }
    store.self.put(changed);
    store.registry.changeTimeout(changed.timeout);
    store.note({ kind: 'setting-changed', at: environment.now(), subject });
    return { kind: 'done', what: 'setting-changed' };
  });
}

/** Whole milliseconds, at least a second and at most a hundred years. */
function isDuration(time: Millis): boolean {
  return Number.isSafeInteger(time) && time >= 1000 && time <= 3_155_760_000_000;
}
