import type { Refusal, RefusalCode } from '../../../domain/refusal.ts';
import type { RefusalSentence } from '../refusal-sentence.ts';

type OfGomcp = Extract<RefusalCode, `gomcp-${string}` | 'import-of-another' | 'import-unknown'>;

/** What GoMCP printed and was brought here, but is nothing to take in. */
export const gomcpRefusals: Readonly<Record<OfGomcp, (refusal: Refusal) => RefusalSentence>> = {
  'gomcp-not-trusted': () => ({
    what: 'GoMCP does not trust this node. It has probably been started anew: it forgets its peers then.',
    next: 'Type peer_status there and read its answer here. Then open that peer under Peers, and copy the peer_handshake call from “What to type there”.',
  }),
  'gomcp-other-genome': (r) => ({
    what: `GoMCP refused it, because it lives by another genome: ${r.found ?? ''}.`,
    next: 'Open the same genome on both nodes, then shake hands again.',
  }),
  'gomcp-no-backup': (r) => ({
    what: `GoMCP keeps no backup for ${r.found ?? 'this node'}.`,
    next: 'There is nothing to bring back. It keeps one only for a peer that fell silent since it was started.',
  }),
  'gomcp-error': (r) => ({
    what: `This reads like an error of GoMCP: “${r.found ?? ''}”.`,
    next: 'Check the call that was typed there. The right ones stand on the peer’s page, under “What to type there”.',
  }),
  'import-of-another': (r) => ({
    what: `This tells of a payload that ${r.found ?? 'another node'} had made, and not this node.`,
    next: 'Bring it to the node that made the payload.',
  }),
  'import-unknown': (r) => ({
    what: `This node does not remember having handed over what was made at ${r.found ?? '?'}.`,
    next: 'If it did arrive, open the peer’s page, “What to type there”, and press “It arrived”.',
  }),
};
