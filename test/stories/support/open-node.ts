/** Nodes on real IndexedDB for the tests, and what a person does with them: read, accept, take out, carry. */

import { outcomeOf } from '../../../src/domain/answers.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import type {
  ArchivePreview,
  Carried,
  JobProgress,
  JobRef,
  JournalRow,
  PayloadPreview,
  PeerApi,
  PeerView,
  Preview,
  Rows,
  SealedArchive,
  Several,
  Snapshot,
  TakeOutScope,
} from '../../../src/peer-api.ts';
import { createPeerService, type PeerService } from '../../../src/service/peer-service.ts';
import genomeText from '../../data/genome.json?raw';
import { testEnvironment } from './test-environment.ts';

/** A clock that a test moves. It begins at noon (UTC) of 23 November 2026. */
export class Clock {
  now = Date.UTC(2026, 10, 23, 12, 0, 0);

  advance(milliseconds: number): void {
    this.now += milliseconds;
  }
}

/** One tab of a node. It has no bell: deadlines are checked at every call. */
export class TestNode {
  /** The name of its database. */
  readonly name: string;
  readonly clock: Clock;
  readonly service: PeerService;
  /** null: none has come yet. */
  latestSnapshot: Snapshot | null = null;
  /** Called with how far long work is. */
  onProgress: (progress: JobProgress) => void = () => undefined;

  constructor(name: string, clock: Clock) {
    this.name = name;
    this.clock = clock;
    this.service = createPeerService(name, testEnvironment({ now: () => clock.now }));
  }

  get api(): PeerApi {
    return this.service.api;
  }

  get snapshot(): Snapshot {
    if (!this.latestSnapshot) throw new Error('No snapshot has come yet');
    return this.latestSnapshot;
  }

  peer(nodeName: string): PeerView {
    const peer = this.snapshot.peers.find((one) => one.nodeName === nodeName);
    if (!peer) throw new Error(`${this.name} knows no peer ${nodeName}`);
    return peer;
  }

  /** Reads a document, and accepts nothing yet. */
  async preview(text: string | Blob, job?: JobRef): Promise<Preview> {
    return taken<Preview>(await this.api.read(text, job));
  }

  /** Reads a payload or a delta page, and accepts nothing yet. */
  async previewPayload(text: string | Blob): Promise<PayloadPreview> {
    return taken<PayloadPreview>(await this.api.read(text));
  }

  /** Reads a document and accepts it. `reply`: what goes back to the sender. */
  async bringIn(text: string | Blob): Promise<{ readonly outcome: Outcome; readonly reply: Carried | null }> {
    const result = await this.api.accept((await this.preview(text)).id);
    return { outcome: outcomeOf(result), reply: result.kind === 'accepted' ? result.reply : null };
  }

  /** How many lines the journal has. */
  async journalLength(): Promise<number> {
    return taken<Rows<JournalRow>>(await this.api.journal({ search: '' }, { offset: 0, limit: 1 })).total;
  }

  /** A payload for this peer, made ready and not handed over yet. */
  async takeOut(peerName: string, scope: TakeOutScope = 'everything'): Promise<Carried> {
    return taken<Carried>(await this.api.takeOut(this.peer(peerName).peerId, scope));
  }

  /** A payload for this peer, handed over. */
  async takeOutText(peerName: string, scope: TakeOutScope = 'everything'): Promise<string> {
    return handedOver(this, await this.takeOut(peerName, scope));
  }

  /** Another tab on the same memory. */
  async secondTab(): Promise<TestNode> {
    return openTab(this.name, this.clock);
  }

  async close(): Promise<void> {
    await this.service.close();
  }
}

let opened = 0;

/** A started node with the genome of test/data. */
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

/** Makes two nodes trust each other, by request and reply. */
export async function pair(alice: TestNode, bob: TestNode): Promise<void> {
  const { reply } = await bob.bringIn(await handshakeRequest(alice));
  await alice.bringIn(await handedOver(bob, taken<Carried>(reply)));
}

/** A handshake request, handed over: for the peer `peerId`, or, if it is null, for whoever answers. */
export async function handshakeRequest(node: TestNode, peerId: string | null = null): Promise<string> {
  return handedOver(node, taken<Carried>(await node.api.newHandshake(peerId)));
}

/** Tells the node that its document was handed over. The text is what arrives. */
export async function handedOver(from: TestNode, carried: Carried): Promise<string> {
  await from.api.carriedOut(carried.dropId);
  return carried.file.text();
}

/** The value, if it is what was asked for. Throws if it is missing or a refusal. */
export function taken<T>(
  value: T | Preview | Several | ArchivePreview | SealedArchive | Outcome | null | undefined,
): T {
  if (value === null || value === undefined) throw new Error('There is nothing');
  if (isRefusal(value)) throw new Error(`Refused: ${JSON.stringify(value)}`);
  return value as T;
}

/** A tab on the memory with this name. */
export async function openTab(name: string, clock = new Clock()): Promise<TestNode> {
  const node = new TestNode(name, clock);
  const listener = (snapshot: Snapshot) => {
    node.latestSnapshot = snapshot;
  };
  // The service runs in the same thread, so nothing is a proxy; only the types ask for one.
  const watcher = (progress: JobProgress) => node.onProgress(progress);
  await node.api.subscribe(...([listener, watcher] as unknown as Parameters<PeerApi['subscribe']>));
  return node;
}

export async function closeAll(...nodes: readonly TestNode[]): Promise<void> {
  await Promise.all(nodes.map((node) => node.close()));
}
