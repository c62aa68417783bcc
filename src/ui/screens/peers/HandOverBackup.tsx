/**
 * Hands a backup over: to the peer it is kept for, or by a person's choice to another trusted peer, for example if
 * somebody came back with a new identity.
 */
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
  const isTrustedAgain = peer.trust === Trust.VERIFIED;
  const [chosen, setChosen] = useState<string | null>(null);
  const [form, setForm] = useState<BackupForm>('payload');
  const [ready, setReady] = useState<Carried | null>(null);
  const name = peer.nodeName;
  const others = snapshot.peers.filter((other) => other.trust === Trust.VERIFIED && other.peerId !== peer.peerId);
  const receiverId = chosen ?? (isTrustedAgain ? peer.peerId : '');
  const other = others.find(({ peerId }) => peerId === receiverId);
  const receiver = other ?? peer;

  // A document that was made before a domain was left out still contains the domain.
  useEffect(() => setReady(null), [receiver.leftOut.join('\n')]);

  if (!isTrustedAgain && others.length === 0) return <p class="muted">{words.nobody}</p>;

  const startAnew = (choose: () => void) => {
    setReady(null);
    choose();
  };
  const takeOut = () =>
    act.run(
      words.takeOut,
      // Only the peer that the backup is kept for can restore the raw form.
      () => job.run((ref) => api.takeOutBackup(peer.peerId, receiverId, other ? 'payload' : form, ref)),
      (result) => {
        if (result.kind === 'carried') setReady(result);
      },
    );

  return (
    <div class="stack">
      <Select
        label={words.handTo}
        value={receiverId}
        options={[
          ...(isTrustedAgain ? [[peer.peerId, words.itself(name)] as const] : [['', words.choose] as const]),
          ...others.map(({ peerId, nodeName }) => [peerId, nodeName] as const),
        ]}
        onChange={(peerId) => startAnew(() => setChosen(peerId))}
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
          onChange={(value) => startAnew(() => setForm(value))}
        />
      )}
      <div class="actions">
        <Button kind={ready ? 'plain' : 'primary'} act={act} disabled={receiverId === ''} onClick={takeOut}>
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
