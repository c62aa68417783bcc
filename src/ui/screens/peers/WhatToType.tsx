/**
 * A peer that has never signed is most likely a GoMCP node. These are the calls that a person types there, word for
 * word and in the right order.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { Trust } from '../../../domain/trust.ts';
import type { PeerView, TakeOutScope, ToolCalls } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { ArrivedButton } from '../../parts/ArrivedButton.tsx';
import { FocusRegion } from '../../parts/FocusRegion.tsx';
import { RadioGroup } from '../../parts/RadioGroup.tsx';
import { ToolCall } from '../../parts/ToolCall.tsx';
import { useWords } from '../../words/words.ts';
import { PayloadToCarry } from './PayloadToCarry.tsx';

export function WhatToType({ peer, onClose }: { peer: PeerView; onClose: () => void }) {
  const { gomcp: words } = useWords();
  const { api, snapshot } = useSession();
  const act = useAct();
  const id = useId();
  const [calls, setCalls] = useState<ToolCalls | null>(null);
  const name = peer.nodeName;

  // The calls name the genome here, and up to when the peer was read.
  useEffect(() => {
    act.follow(
      words.open,
      () => api.toolCalls(peer.peerId),
      (result) => {
        if (result.kind === 'tool-calls') setCalls(result);
      },
    );
  }, [peer.peerId, snapshot.node?.genomeHash, peer.lastSyncAt]);

  const isTrusted = peer.trust === Trust.VERIFIED;
  const arrived = peer.unconfirmed && (
    <div class="callout">
      <p id={id}>{words.arrivedText(name)}</p>
      <ArrivedButton peer={peer} describedBy={id} />
    </div>
  );
  return (
    <FocusRegion label={words.open} onClose={onClose}>
      <h3>{words.title(name)}</h3>
      <p class="muted">{words.about}</p>
      {calls && (
        <ol class="steps wide">
          {peer.genome === 'different' && <Step title={words.genes} text={words.genome} call={calls.genes} />}
          <Step title={words.trust} text={words.trustText} call={calls.handshake} />
          {isTrusted ? (
            <>
              <Step title={words.give} text={words.giveText}>
                <ImportCall key={peer.confirmedAt} peer={peer} call={calls.import} />
                {arrived}
              </Step>
              <Step title={words.get} text={words.getText} call={calls.export} />
              <Step title={words.both} text={words.bothText} call={calls.resonance} />
              <Step title={words.newer} text={words.newerText} warning={words.newerWarning} call={calls.delta} />
              <Step title={words.restore} text={words.restoreText} warning={words.restoreWarning} call={calls.backup} />
            </>
          ) : (
            <Step title={words.status} text={words.statusText} call={calls.status} />
          )}
        </ol>
      )}
      {!isTrusted && arrived}
    </FocusRegion>
  );
}

interface StepProps {
  readonly title: string;
  readonly text: string;
  /** What GoMCP does badly about it. */
  readonly warning?: string;
  readonly call?: string;
  readonly children?: ComponentChildren;
}

function Step({ title, text, warning, call, children }: StepProps) {
  const id = useId();
  return (
    <li>
      <div class="stack tight">
        <h4 id={id}>{title}</h4>
        <p class="hint">{text}</p>
        {warning && <p class="callout warning">{warning}</p>}
        {call !== undefined && <ToolCall text={call} describedBy={id} />}
        {children}
      </div>
    </li>
  );
}

/** A payload inside the call that imports it. `call`: the call as it is shown, without the payload. */
function ImportCall({ peer, call }: { peer: PeerView; call: string }) {
  const { peers, gomcp: words } = useWords();
  const [scope, setScope] = useState<TakeOutScope>('new');
  const hasAll = peer.waiting === 0 && peer.confirmedAt !== null;
  return (
    <>
      <RadioGroup
        label={peers.scope}
        value={scope}
        options={[
          ['new', peers.newFor(peer.nodeName)],
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
          <PayloadToCarry key={scope} peer={peer} scope={scope} asCall />
        </>
      )}
    </>
  );
}
