/** What this peer may have, made ready for a person's hands. */
import { useEffect, useState } from 'preact/hooks';
import type { Carried, PeerView, TakeOutScope } from '../../peer-api.ts';
import { CarryOut } from '../parts/CarryOut.tsx';
import { Focused } from '../parts/Focused.tsx';
import { Segments } from '../parts/Segments.tsx';
import { Working } from '../parts/Working.tsx';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { useJob } from '../use-job.ts';
import { useWords } from '../words/words.ts';
import { Leaves } from './Leaves.tsx';

interface TakeOutProps {
  readonly peer: PeerView;
  /** What is chosen until the person chooses. */
  readonly first: TakeOutScope;
  onClose(): void;
}

export function TakeOut({ peer, first, onClose }: TakeOutProps) {
  const { peers: words } = useWords();
  const name = peer.nodeName || peer.peerId;
  const [scope, setScope] = useState<TakeOutScope>(first);
  // Stays while it is made anew, so that whoever goes through the domains does not lose the place.
  const [made, setMade] = useState<{ readonly scope: TakeOutScope; readonly carried: Carried } | null>(null);
  const shown = made?.scope === scope ? made.carried : null;
  return (
    <Focused label={words.takeOut} onClose={onClose}>
      <h3>{words.takeOutFor(name)}</h3>
      <Segments
        label={words.scope}
        value={scope}
        options={[
          ['everything', words.everything],
          ['new', words.newFor(name)],
        ]}
        onChange={(chosen) => setScope(chosen)}
      />
      {shown?.contents && <Leaves peer={peer} carried={shown} contents={shown.contents} />}
      <Ready
        key={JSON.stringify([scope, peer.leftOut])}
        peerId={peer.peerId}
        scope={scope}
        isAgain={shown !== null}
        onMade={(carried) => setMade({ scope, carried })}
      />
      <p class="hint">{words.takeOutText}</p>
    </Focused>
  );
}

interface ReadyProps {
  readonly peerId: string;
  readonly scope: TakeOutScope;
  /** Because a domain was left out or put back, which has been said. */
  readonly isAgain: boolean;
  onMade(carried: Carried): void;
}

/** One choice, made ready once: what changes meanwhile goes with the next one. */
function Ready({ peerId, scope, isAgain, onMade }: ReadyProps) {
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
        const result = await job.run((jobId) => api.takeOut(peerId, scope, jobId));
        return isGone ? null : result; // Nobody waits for it any more.
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
      <Working job={job} />
      <CarryOut carried={carried} />
    </>
  );
}
