/** Traces of GoMCP's registry: what each call returns, and the whole state after it. */
import type { Fact } from '../../src/domain/fact.ts';
import type { Peer } from '../../src/domain/peer.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { type Backup, Registry } from '../../src/domain/registry.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { type Millis, NEVER, parseTime } from '../../src/domain/time.ts';
import { readFacts, writeFact } from '../../src/wire/facts.ts';
import { Fields, type JsonObject } from '../../src/wire/fields.ts';
import { readHandshakeRequest, readHandshakeResponse, writeHandshakeResponse } from '../../src/wire/handshake.ts';
import { differenceOfJson } from './equal-json.ts';

interface Step {
  readonly now: string;
  readonly op: string;
  readonly state: unknown;
  readonly error?: string;
  readonly peer_id: string;
  readonly local_hash: string;
  readonly fact_count: number;
  readonly request: JsonObject;
  readonly response: JsonObject;
  readonly [result: string]: unknown;
}

interface Trace {
  readonly self_id: string;
  readonly node_name: string;
  readonly timeout_ms: number;
  readonly steps: readonly Step[];
}

type Facts = readonly Fact[];
const ERRORS: Partial<Record<Refusal['code'], string>> = {
  'peer-not-found': 'peer not found',
  'self-handshake': 'cannot handshake with self',
};

/**
 * Runs one trace on a fresh registry. A step passes if its result, its error and the whole state after it are equal.
 */
export function checkTrace(trace: Trace): {
  passed: number;
  differences: readonly string[];
} {
  const registry = new Registry<Facts>(trace.self_id, trace.node_name, trace.timeout_ms);
  const differences = trace.steps.flatMap((step, index) => {
    const ours = instants({
      ...runStep(registry, step),
      state: stateOf(registry),
    });
    const {
      now: _now,
      op,
      peer_id: _peer,
      local_hash: _hash,
      fact_count: _count,
      request: _request,
      facts: _facts,
      ...expected
    } = step;
    if (op === 'complete_handshake') delete (expected as Record<string, unknown>).response;
    const difference = differenceOfJson(ours, instants(expected));
    return difference === null ? [] : [`step ${index} ${op}: ${difference}`];
  });
  return { passed: trace.steps.length - differences.length, differences };
}

function factsOf(step: JsonObject): Facts {
  const fields = new Fields(step, '');
  const facts = readFacts(fields);
  atOnce(fields.readRows());
  return facts;
}

function runStep(registry: Registry<Facts>, step: Step): JsonObject {
  const now = millis(step.now);
  switch (step.op) {
    case 'process_handshake': {
      const answer = registry.processHandshake(
        readHandshakeRequest(new Fields(step.request, '')),
        step.local_hash,
        now,
      );
      return isRefusal(answer) ? errorOf(answer) : { response: writeHandshakeResponse(answer) };
    }
    case 'complete_handshake':
      registry.completeHandshake(readHandshakeResponse(new Fields(step.response, '')), step.local_hash, now);
      return {};
    case 'record_sync':
      return errorOf(registry.recordSync(step.peer_id, step.fact_count, now));
    case 'touch_peer':
      registry.touchPeer(step.peer_id, now);
      return {};
    case 'check_timeouts':
      return {
        new_backups: sorted(registry.checkTimeouts(factsOf(step), now).map(backupJson)),
      };
    case 'clear_backup':
      registry.clearBackup(step.peer_id);
      return {};
    case 'get_backup': {
      const backup = registry.getBackup(step.peer_id);
      return backup ? { found: true, backup: backupJson(backup) } : { found: false };
    }
    case 'get_peer': {
      const peer = registry.getPeer(step.peer_id);
      const found = isRefusal(peer) ? errorOf(peer) : { peer: peerJson(peer) };
      return { ...found, is_trusted: registry.isTrusted(step.peer_id) };
    }
    default:
      return { error: `unknown op ${step.op}` };
  }
}

function errorOf(refusal: Refusal | null): JsonObject {
  return refusal ? { error: ERRORS[refusal.code] ?? refusal.code } : {};
}

function stateOf(registry: Registry<Facts>): JsonObject {
  const stats = registry.stats();
  return {
    peers: sorted(registry.listPeers().map(peerJson)),
    backups: sorted(registry.listBackups().map(backupJson)),
    peer_count: registry.peerCount(),
    trusted_count: registry.trustedCount(),
    stats: {
      self_id: stats.selfId,
      node_name: stats.nodeName,
      total_peers: stats.totalPeers,
      by_trust: stats.byTrust,
      total_backups: stats.totalBackups,
    },
  };
}

function peerJson(peer: Peer) {
  return {
    peer_id: peer.peerId,
    node_name: peer.nodeName,
    genome_hash: peer.genomeHash,
    trust: peer.trust,
    last_seen: stamp(peer.lastSeen),
    last_sync_at: stamp(peer.lastSyncAt),
    fact_count: peer.factCount,
    handshake_at: stamp(peer.handshakeAt),
  };
}

function backupJson(backup: Backup<Facts>) {
  return {
    peer_id: backup.peerId,
    genome_hash: backup.genomeHash,
    facts: backup.facts.map(writeFact),
    backed_up_at: stamp(backup.backedUpAt),
    reason: backup.reason,
  };
}

function sorted<T extends { peer_id: string }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => (a.peer_id < b.peer_id ? -1 : 1));
}

function stamp(time: Millis | null): string {
  return time === null ? NEVER : new Date(time).toISOString();
}

function millis(text: string): Millis {
  return Number((parseTime(text) ?? 0n) / 1_000_000n);
}

const TIMES = new Set(['last_seen', 'last_sync_at', 'handshake_at', 'backed_up_at', 'created_at']);

/** The value with each time as its instant: the texts may differ. */
function instants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(instants);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      TIMES.has(key) ? `${parseTime(child as string)}` : instants(child),
    ]),
  );
}
