import type { ForgetPreview } from '../../../src/peer-api.ts';
import { type TestNode, taken } from './open-node.ts';

/** What forgetting this peer would take away. */
export async function forgetPreview(node: TestNode, peerName: string): Promise<ForgetPreview> {
  return taken<ForgetPreview>(await node.api.inspectForget(node.peer(peerName).peerId));
}
