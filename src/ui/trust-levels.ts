/** Of the levels of DESIGN 4.1 those that screens ask for: only types of the domain are known here. */
import type { PeerView } from '../peer-api.ts';

export const VERIFIED: PeerView['trust'] = 2;
export const EXPIRED: PeerView['trust'] = 4;
