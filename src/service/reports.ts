/** What GoMCP prints after it shook hands: the reply to a handshake of ours, or word that it trusts this node, for which nobody had asked. */
import type { HandshakeReport } from '../domain/document.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { type Drop, type Intake, PLAIN_PREVIEW, senderOf, withoutReply } from './intake.ts';
import type { NodeContext } from './node-context.ts';
import { inspectReply, replyOfReport } from './pair.ts';

export function inspectReport(node: NodeContext, drop: Drop<HandshakeReport>): Intake | Refusal {
  const { document: report } = drop;
  if (report.remotePeerId !== node.store.registry?.selfId) {
    return refuse('reply-to-another', { place: '/remote_peer_id', found: report.remotePeerId });
  }
  const reply = inspectReply(node, { ...drop, document: replyOfReport(report) });
  return isRefusal(reply) && reply.code === 'unasked-reply' ? (goodWord(node, drop) ?? reply) : reply;
}

/** Of a peer that is trusted here and says the same of us: good to know, and nothing to do. */
function goodWord({ store }: NodeContext, { document: report, dropId }: Drop<HandshakeReport>): Intake | null {
  const peer = store.registry?.getPeer(report.localPeerId);
  if (!peer || isRefusal(peer) || !store.registry?.isTrusted(peer.peerId)) return null;
  const hashes = [report.localHash, report.remoteHash, peer.genomeHash];
  const isTrusting = report.match && report.trust === 'VERIFIED';
  if (!isTrusting || hashes.some((hash) => hash !== store.genomeHash)) return null;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      documentKind: report.kind,
      dropId,
      act: 'nothing',
      from: senderOf(peer),
      genome: { same: true, ours: store.genomeHash, theirs: report.localHash },
      unasked: true,
    },
    buckets: {},
    accept: async () => withoutReply({ kind: 'nothing', why: 'unchanged' }),
  };
}
