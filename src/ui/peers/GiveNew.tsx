/** The call that has GoMCP take in a payload: what is new for it first, since it makes every fact anew that it is given again. */
import { useState } from 'preact/hooks';
import type { PeerView, TakeOutScope } from '../../peer-api.ts';
import { Segments } from '../parts/Segments.tsx';
import { useWords } from '../words/words.ts';
import { MadeReady } from './MadeReady.tsx';

/** `call`: as it is shown, without the payload. */
export function GiveNew({ peer, call }: { peer: PeerView; call: string }) {
  const { peers, gomcp: words } = useWords();
  const [scope, setScope] = useState<TakeOutScope>('new');
  const hasAll = peer.waiting === 0 && peer.confirmedAt !== null;
  return (
    <>
      <Segments
        label={peers.scope}
        value={scope}
        options={[
          ['new', peers.newFor(peer.nodeName || peer.peerId)],
          ['everything', peers.everything],
        ]}
        onChange={(chosen) => setScope(chosen)}
      />
      {scope === 'everything' && <p class="callout warning">{words.giveAllText}</p>}
      {scope === 'new' && hasAll ? (
        <p>{peers.waitingNone}</p>
      ) : (
        <>
          <pre>{call}</pre>
          <p class="hint">{words.payload}</p>
          <MadeReady key={scope} peer={peer} scope={scope} asCall />
        </>
      )}
    </>
  );
}
