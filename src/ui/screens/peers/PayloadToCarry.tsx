/**
 * A payload for one peer: what is in it, and the ways to carry it. It is made again if a domain is left out or put
 * back.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Carried, PeerView, TakeOutScope } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useJob } from '../../hooks/use-job.ts';
import { CarryOut } from '../../parts/CarryOut.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { useWords } from '../../words/words.ts';
import { PayloadContents } from './PayloadContents.tsx';

interface PayloadToCarryProps {
  readonly peer: PeerView;
  readonly scope: TakeOutScope;
  /** The payload stands inside the call that makes GoMCP take it in. */
  readonly asCall?: boolean;
}

export function PayloadToCarry({ peer, scope, asCall = false }: PayloadToCarryProps) {
  // Stays on the screen while the payload is made again, so that the focus stays on the domain that was ticked.
  const [shown, setShown] = useState<Carried | null>(null);
  return (
    <>
      {shown?.contents && <PayloadContents peer={peer} carried={shown} contents={shown.contents} />}
      <MakePayload
        key={peer.leftOut.join('\n')}
        peerId={peer.peerId}
        scope={scope}
        asCall={asCall}
        isAgain={shown !== null}
        onMade={setShown}
      />
    </>
  );
}

interface MakePayloadProps {
  readonly peerId: string;
  readonly scope: TakeOutScope;
  readonly asCall: boolean;
  /** A domain was left out or put back; the notice that says so must stay. */
  readonly isAgain: boolean;
  onMade(carried: Carried): void;
}

/** Makes the payload once. What changes later goes with the next payload. */
function MakePayload({ peerId, scope, asCall, isAgain, onMade }: MakePayloadProps) {
  const { peers: words } = useWords();
  const { api, announce } = useSession();
  const act = useAct();
  const job = useJob();
  const [carried, setCarried] = useState<Carried | null>(null);

  useEffect(() => {
    let isGone = false;
    if (!isAgain) announce(null);
    act.follow(
      words.takeOut,
      async () => {
        const result = await job.run((ref) =>
          asCall ? api.takeOutCall(peerId, scope, ref) : api.takeOut(peerId, scope, ref),
        );
        return isGone ? null : result; // Nothing is said of a job that was cancelled with its panel.
      },
      (result) => {
        if (result?.kind !== 'carried') return;
        setCarried(result);
        onMade(result);
      },
    );
    return () => {
      isGone = true;
      job.stop();
    };
  }, [peerId, scope]);

  return (
    <>
      <JobProgress job={job} />
      <CarryOut carried={carried} />
    </>
  );
}
