/** A peer that never signed is most likely a GoMCP node: the exact calls that a person types there, in the order they are needed. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { Trust } from '../../domain/trust.ts';
import type { PeerView, ToolCalls } from '../../peer-api.ts';
import { Focused } from '../parts/Focused.tsx';
import { ItArrived } from '../parts/ItArrived.tsx';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { useWords } from '../words/words.ts';
import { GiveNew } from './GiveNew.tsx';
import { ToolCall } from './ToolCall.tsx';

export function WhatToType({ peer, onClose }: { peer: PeerView; onClose: () => void }) {
  const { gomcp: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const id = useId();
  const [calls, setCalls] = useState<ToolCalls | null>(null);
  const name = peer.nodeName || peer.peerId;

  useEffect(() => {
    act.run(
      words.open,
      () => api.toolCalls(peer.peerId),
      (result) => {
        if (result.kind === 'tool-calls') setCalls(result);
      },
    );
  }, [peer.peerId]);

  const isTrusted = peer.trust === Trust.VERIFIED;
  const arrived = peer.unconfirmed && (
    <div class="callout">
      <p id={id}>{words.arrivedText(name)}</p>
      <ItArrived peer={peer} describedBy={id} />
    </div>
  );
  return (
    <Focused label={words.open} onClose={onClose}>
      <h3>{words.title(name)}</h3>
      <p class="muted">{words.about}</p>
      {calls && (
        <ol class="steps wide">
          <Step title={words.trust} text={words.trustText} call={calls.handshake} />
          {isTrusted ? (
            <>
              <Step title={words.give} text={words.giveText}>
                <GiveNew key={peer.confirmedAt} peer={peer} call={calls.import} />
                {arrived}
              </Step>
              <Step title={words.get} text={words.getText} call={calls.export} />
              <Step title={words.restore} text={words.restoreText} call={calls.backup} />
            </>
          ) : (
            <Step title={words.status} text={words.statusText} call={calls.status} />
          )}
        </ol>
      )}
      {!isTrusted && arrived}
    </Focused>
  );
}

interface StepProps {
  readonly title: string;
  readonly text: string;
  readonly call?: string;
  readonly children?: ComponentChildren;
}

function Step({ title, text, call, children }: StepProps) {
  const id = useId();
  return (
    <li>
      <div class="stack tight">
        <h4 id={id}>{title}</h4>
        <p class="hint">{text}</p>
        {call !== undefined && <ToolCall text={call} describedBy={id} />}
        {children}
      </div>
    </li>
  );
}
