/** A backup goes to its owner, or by a person's choice to another trusted peer: somebody came back with a new identity. */
import { useEffect, useState } from 'preact/hooks';
import { Trust } from '../../../domain/trust.ts';
import type { BackupForm, Carried, PeerView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useJob } from '../../hooks/use-job.ts';
import { Button } from '../../parts/Button.tsx';
import { CarryOut } from '../../parts/CarryOut.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { LeftOutDomains } from '../../parts/LeftOutDomains.tsx';
import { RadioGroup } from '../../parts/RadioGroup.tsx';
import { Select } from '../../parts/Select.tsx';
import { useWords } from '../../words/words.ts';

export function HandOverBackup({ peer }: { peer: PeerView }) {
  const { backup: words } = useWords();
  const { api, snapshot } = useSession();
  const act = useAct();
  const job = useJob();
  const isBack = peer.trust === Trust.VERIFIED;
  const [chosen, setTo] = useState<string | null>(null);
  const [form, setForm] = useState<BackupForm>('payload');
  const [ready, setReady] = useState<Carried | null>(null);
  const name = peer.nodeName;
  const others = snapshot.peers.filter((other) => other.trust === Trust.VERIFIED && other.peerId !== peer.peerId);
  const to = chosen ?? (isBack ? peer.peerId : '');
  const other = others.find(({ peerId }) => peerId === to);
  const receiver = other ?? peer;

  // Made before a domain was left out, it would still hold it.
  useEffect(() => setReady(null), [receiver.leftOut.join('\n')]);

  if (!isBack && others.length === 0) return <p class="muted">{words.nobody}</p>;

  const choose = (set: () => void) => {
    setReady(null);
    set();
  };
  const takeOut = () =>
    act.run(
      words.takeOut,
      // Raw, it is restored by its owner alone.
      () => job.run((ref) => api.takeOutBackup(peer.peerId, to, other ? 'payload' : form, ref)),
      (result) => {
        if (result.kind === 'carried') setReady(result);
      },
    );

  return (
    <div class="stack">
      <Select
        label={words.handTo}
        value={to}
        options={[
          ...(isBack ? [[peer.peerId, words.itself(name)] as const] : [['', words.choose] as const]),
          ...others.map(({ peerId, nodeName }) => [peerId, nodeName] as const),
        ]}
        onChange={(peerId) => choose(() => setTo(peerId))}
      />
      {other && <p class="callout warning">{words.toAnother(name, other.nodeName)}</p>}
      {!other && (
        <RadioGroup
          label={words.form}
          value={form}
          options={[
            ['payload', words.payload],
            ['raw', words.raw],
          ]}
          onChange={(value) => choose(() => setForm(value))}
        />
      )}
      <div class="actions">
        <Button kind={ready ? 'plain' : 'primary'} act={act} disabled={to === ''} onClick={takeOut}>
          {words.takeOut}
        </Button>
      </div>
      <JobProgress job={job} />
      {ready && receiver.leftOut.length > 0 && (
        <p>
          {words.facts(ready.factCount)}
          <LeftOutDomains peer={receiver} />
        </p>
      )}
      {ready && <CarryOut carried={ready} />}
    </div>
  );
}
