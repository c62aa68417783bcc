/** Delta sync: a peer asks for what was created after a time, and is answered page by page (PROTOCOL "Delta sync"). */

import { outcomeOf } from '../../domain/answers.ts';
import { pageOfDelta, requestAfter } from '../../domain/delta.ts';
import type { DeltaSyncRequest, DeltaSyncResponse } from '../../domain/document.ts';
import { aboutPeer } from '../../domain/journal.ts';
import { goesTo } from '../../domain/left-out.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { shownName } from '../../domain/peer.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { wireTime } from '../../domain/time.ts';
import type { Accepted } from '../../peer-api.ts';
import { type Drop, type Intake, PLAIN_PREVIEW, senderOf } from '../intake.ts';
import type { Job } from '../job.ts';
import type { NodeContext } from '../node-context.ts';
import { exchangeWith } from '../out/exchange.ts';
import { deltaInstead } from '../out/gomcp-calls.ts';
import { makeReady } from '../out/make-ready.ts';
import { everythingCarried } from '../out/take-out.ts';
import { problemOf, rememberAuthor } from './authors.ts';
import { inspectPayload, trustedSender } from './import-payload.ts';

/** A request of a trusted peer. Accept makes the answer, which is carried back. */
export function inspectDelta(node: NodeContext, drop: Drop<DeltaSyncRequest>): Intake | Refusal {
  const { store } = node;
  const { document: request, dropId } = drop;
  const peer = trustedSender(store, request);
  if (isRefusal(peer)) return peer;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'delta-request',
      documentKind: request.kind,
      dropId,
      act: 'answer-delta',
      from: senderOf(peer),
      genome: { same: true, ours: store.genomeHash, theirs: request.genomeHash },
      takenInAt: store.drops.get(dropId)?.at ?? null,
      since: request.since,
    },
    buckets: {},
    accept: (_, job) => answerDelta(node, drop, job),
  };
}

/** The answer is made ready before it is recorded: if the record is there, so is the answer. */
async function answerDelta(node: NodeContext, drop: Drop<DeltaSyncRequest>, job: Job): Promise<Accepted | Outcome> {
  const { store, environment } = node;
  const { document: request, dropId } = drop;
  const response = await store.transact(
    { pages: (facts) => facts.numbers },
    ({ pages }): DeltaSyncResponse | Refusal => {
      const peer = trustedSender(store, request);
      if (isRefusal(peer)) return peer;
      const going = everythingCarried(store, pages).filter(goesTo(exchangeWith(store, peer.peerId)));
      return {
        kind: 'delta_sync_response',
        fromPeerId: store.registry.selfId,
        genomeHash: store.genomeHash,
        ...pageOfDelta(going, request.since, request.maxBatch),
        syncedAt: wireTime(environment.now()),
      };
    },
    job,
  );
  if (isRefusal(response)) return response;
  const reply = await makeReady(node, response, { peerId: request.fromPeerId }, job);
  const outcome = await store.transact(
    {},
    (): Outcome => {
      const peer = problemOf(store, drop) ?? trustedSender(store, request);
      if (isRefusal(peer)) return peer;
      const at = environment.now();
      rememberAuthor(store, drop, at);
      // A copy of an old request does not show that the peer is alive.
      if (!store.drops.get(dropId)) store.registry.touchPeer(peer.peerId, at);
      store.drops.put({ dropId, direction: 'in', documentKind: request.kind, peerId: peer.peerId, at });
      store.note({ kind: 'drop-in', at, documentKind: request.kind, dropId, ...aboutPeer(peer) });
      return { kind: 'done', what: 'delta-answered', counts: { facts: response.facts.length }, peer: shownName(peer) };
    },
    job,
  );
  return isRefusal(outcome) ? outcome : { kind: 'accepted', outcome, reply };
}

/** A page is taken in like a payload. If its sender has more, Accept makes the request for the next page. */
export async function inspectPage(
  node: NodeContext,
  drop: Drop<DeltaSyncResponse>,
  job: Job,
): Promise<Intake | Refusal> {
  const { document: page } = drop;
  const asPayload = { ...page, kind: 'sync_payload', version: '', incidents: [], receipts: [] } as const;
  const intake = await inspectPayload(node, { ...drop, document: asPayload, cameAs: page.kind }, job);
  if (isRefusal(intake)) return intake;
  const { preview, accept } = intake;
  const next = page.hasMore ? requestAfter(page.facts, drop.author.kind === 'signed') : null;
  const act = next && preview.act === 'nothing' ? 'ask-on' : preview.act;
  return {
    ...intake,
    preview: { ...preview, act, hasMore: next !== null },
    accept: async (choices, running) => {
      const accepted = await accept(choices, running);
      const outcome = outcomeOf(accepted);
      if (isRefusal(outcome) || !next) return accepted;
      const { genomeHash, fromPeerId } = page;
      const fromUs = { kind: 'delta_sync_request', fromPeerId: node.store.registry.selfId, genomeHash } as const;
      const reply = await makeReady(node, { ...fromUs, ...next }, { peerId: fromPeerId });
      if (drop.author.kind !== 'unsigned') return { kind: 'accepted', outcome, reply };
      return { kind: 'accepted', outcome, reply: { ...reply, instead: deltaInstead(next) } };
    },
  };
}
