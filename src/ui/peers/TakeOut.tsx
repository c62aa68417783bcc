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
      <Ready key={scope} peerId={peer.peerId} name={name} scope={scope} />
      <p class="hint">{words.takeOutText}</p>
    </Focused>
  );
}

interface ReadyProps {
  readonly peerId: string;
  readonly name: string;
  readonly scope: TakeOutScope;
  /** Inside of the call that has GoMCP take it in. */
  readonly asCall?: boolean;
}

/** One choice, made ready once: what changes meanwhile goes with the next one. */
export function Ready({ peerId, name, scope, asCall = false }: ReadyProps) {
  const { peers: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const job = useJob();
  const [carried, setCarried] = useState<Carried | null>(null);

  useEffect(() => {
    act.run(
      words.takeOut,
      () => job.run((jobId) => api[asCall ? 'takeOutCall' : 'takeOut'](peerId, scope, jobId)),
      (result) => {
        if (result.kind === 'carried') setCarried(result);
      },
    );
    return job.stop;
  }, [peerId, scope]);

  return (
    <>
      <Working job={job} />
      {carried && (
        <p>
          {carried.factCount + carried.incidentCount > 0
            ? words.holds(carried.factCount, carried.incidentCount)
            : words.receiptAlone(name)}
        </p>
      )}
      <CarryOut carried={carried} />
    </>
  );
}
