/** Takes out a payload for a peer: with everything that may go there, or only with what is new for it. */
import { useState } from 'preact/hooks';
import type { PeerView, TakeOutScope } from '../../../peer-api.ts';
import { FocusRegion } from '../../parts/FocusRegion.tsx';
import { RadioGroup } from '../../parts/RadioGroup.tsx';
import { useWords } from '../../words/words.ts';
import { PayloadToCarry } from './PayloadToCarry.tsx';

interface TakeOutPanelProps {
  readonly peer: PeerView;
  readonly initialScope: TakeOutScope;
  onClose(): void;
}

export function TakeOutPanel({ peer, initialScope, onClose }: TakeOutPanelProps) {
  const { peers: words } = useWords();
  const name = peer.nodeName;
  const [scope, setScope] = useState<TakeOutScope>(initialScope);
  return (
    <FocusRegion label={words.takeOut} onClose={onClose}>
      <h3>{words.takeOutFor(name)}</h3>
      <RadioGroup
        label={words.scope}
        value={scope}
        options={[
          ['everything', words.everything],
          ['new', words.newFor(name)],
        ]}
        onChange={(chosen) => setScope(chosen)}
      />
      <PayloadToCarry key={scope} peer={peer} scope={scope} />
      <p class="hint">{words.takeOutText}</p>
    </FocusRegion>
  );
}
