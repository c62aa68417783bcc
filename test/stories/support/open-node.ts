import { type Nothing, type Outcome, outcomeOf } from '../../../src/domain/outcome.ts';
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts';
import type {
  ArchivePreview,
  Carried,
  JobProgress,
  JournalRow,
  PeerApi,
  Preview,
  Rows,
  SealedArchive,
  Several,
  Snapshot,
} from '../../../src/peer-api.ts';
import { createPeerService, type PeerService } from '../../../src/service/peer-service.ts';
import genomeText from '../../data/genome.json?raw';

/** A clock that a test moves. */
export class Clock {
  now = Date.UTC(2026, 10, 23, 12, 0, 0);

  advance(milliseconds: number): void {
    this.now += milliseconds;
  }
}

/** A node on real IndexedDB, with a clock that is moved by hand and without a bell: deadlines are asked for at every act. */
export class TestNode {
  readonly name: string;
  readonly clock: Clock;
  readonly service: PeerService;
  /** The latest snapshot. */
  seen: Snapshot | null = null;
  /** Called with how far long work is. */
  watched: (progress: JobProgress) => void = () => undefined;

  constructor(name: string, clock: Clock) {
    this.name = name;
    this.clock = clock;
    this.service = createPeerService(name, {
      now: () => clock.now,
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      wakeAt: () => undefined,
    });
  }

  get api(): PeerApi {
    return this.service.api;
  }

  get snapshot(): Snapshot {
    if (!this.seen) throw new Error('No snapshot yet');
    return this.seen;
  }

  peer(nodeName: string) {
    const peer = this.snapshot.peers.find((one) => one.nodeName === nodeName);
    if (!peer) throw new Error(`${this.name} knows no ${nodeName}`);
    return peer;
  }

  /** Reads and accepts. `reply`: what goes back to the sender. */
  async bringIn(text: string | Blob): Promise<{ readonly outcome: Outcome; readonly reply: Carried | null }> {
    const result = await this.api.accept(taken<Preview>(await this.api.read(text)).id);
    return { outcome: outcomeOf(result), reply: result.kind === 'accepted' ? result.reply : null };
  }

  /** Lines of the journal. */
  async journalLength(): Promise<number> {
    return taken<Rows<JournalRow>>(await this.api.journal({ search: '' }, { offset: 0, limit: 1 })).total;
  }

  async takeOutText(peerName: string, scope: 'everything' | 'new' = 'everything'): Promise<string> {
    return handedOver(this, taken<Carried>(await this.api.takeOut(this.peer(peerName).peerId, scope)));
  }

  /** The same memory in another tab. */
  async secondTab(): Promise<TestNode> {
    return openTab(this.name, this.clock);
  }

  async close(): Promise<void> {
    await this.service.close();
  }
}

let opened = 0;

/** A started node that lives by the genome of test/data. */
export async function openNode(nodeName: string, clock = new Clock()): Promise<TestNode> {
  const node = await openEmptyNode(nodeName, clock);
  await node.api.openGenome(new Blob([genomeText]));
  return node;
}

/** A started node without genes. */
export async function openEmptyNode(nodeName: string, clock = new Clock()): Promise<TestNode> {
  opened++;
  const node = await openTab(`test-${nodeName}-${opened}-${crypto.randomUUID()}`, clock);
  await node.api.startNode(nodeName);
  return node;
}

/** Both VERIFIED, by request and reply. */
export async function pair(alice: TestNode, bob: TestNode): Promise<void> {
  const request = await handedOver(alice, taken<Carried>(await alice.api.newHandshake(null)));
  const { reply } = await bob.bringIn(request);
  await alice.bringIn(await handedOver(bob, taken<Carried>(reply)));
}

/** What a person carries: its text, and the note that it was carried. */
export async function handedOver(from: TestNode, carried: Carried): Promise<string> {
  await from.api.carriedOut(carried.dropId);
  return carried.file.text();
}

export function taken<T>(
  value: T | Preview | Several | ArchivePreview | SealedArchive | Refusal | Nothing | null | undefined,
): T {
  if (value === null || value === undefined) throw new Error('Nothing came');
  if (isRefusal(value)) throw new Error(`Refused: ${JSON.stringify(value)}`);
  return value as T;
}

/** One tab on the memory of that name. */
export async function openTab(name: string, clock = new Clock()): Promise<TestNode> {
  const node = new TestNode(name, clock);
  const listener = (snapshot: Snapshot) => {
    node.seen = snapshot;
  };
  // In one thread there is nothing to proxy: the mark is a matter of types.
  const watcher = (progress: JobProgress) => node.watched(progress);
  await node.api.subscribe(...([listener, watcher] as unknown as Parameters<PeerApi['subscribe']>));
  return node;
}
