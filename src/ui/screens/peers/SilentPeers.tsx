/** Peers nobody has heard of for a long time, all to be forgotten at once. Seen only where there are such. */
import { useId, useState } from 'preact/hooks';
import { Trust } from '../../../domain/trust.ts';
import type { PeerView } from '../../../peer-api.ts';
import { useNow } from '../../hooks/Clock.tsx';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { focusHeading } from '../../hooks/use-focus.ts';
import { Button } from '../../parts/Button.tsx';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { FocusRegion } from '../../parts/FocusRegion.tsx';
import { Select } from '../../parts/Select.tsx';
import { Time } from '../../parts/Time.tsx';
import { useWords } from '../../words/words.ts';
import { AGES, ageText } from '../node/SettingsPanel.tsx';

const [SHORTEST = 0] = AGES;

export function SilentPeers() {
  const words = useWords();
  const { snapshot } = useSession();
  const now = useNow();
  const id = useId();
  const [age, setAge] = useState(SHORTEST);
  const [isAsking, setAsking] = useState(false);
  const silentFor = (millis: number) =>
    snapshot.peers.filter(({ trust, lastSeen }) => trust === Trust.EXPIRED && now - (lastSeen ?? 0) > millis);
  if (silentFor(SHORTEST).length === 0) return null;
  const silent = silentFor(age);
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.forget.silentTitle}</h2>
      <Select
        label={words.forget.silentFor}
        value={`${age}`}
        options={AGES.map((one) => [`${one}`, ageText(one, words)] as const)}
        onChange={(chosen) => {
          setAge(Number(chosen));
          setAsking(false);
        }}
      />
      <p>{words.forget.silent(silent.length)}</p>
      {silent.length > 0 && (
        <div class="actions">
          <Button kind="quiet" expanded={isAsking} onClick={() => setAsking(!isAsking)}>
            {words.forget.show}
          </Button>
        </div>
      )}
      {isAsking && silent.length > 0 && (
        <ForgetSilent key={age} age={age} silent={silent} onClose={() => setAsking(false)} />
      )}
    </section>
  );
}

interface ForgetSilentProps {
  readonly age: number;
  readonly silent: readonly PeerView[];
  onClose(): void;
}

function ForgetSilent({ age, silent, onClose }: ForgetSilentProps) {
  const all = useWords();
  const { forget: words, shell } = all;
  const { api } = useSession();
  const act = useAct();
  const [evenBackups, setEvenBackups] = useState(false);
  const plain = silent.filter(({ backup }) => !backup);
  const backedUp = silent.filter(({ backup }) => backup);
  const going = plain.length + (evenBackups ? backedUp.length : 0);
  const yes = words.yesSilent(going);
  const forget = () =>
    act.run(
      yes,
      () => api.forgetSilent(age, evenBackups),
      (outcome) => {
        if (outcome.kind === 'refused') return;
        focusHeading();
        onClose();
      },
    );
  return (
    <FocusRegion label={words.show}>
      <h3>{words.silentQuestion(ageText(age, all))}</h3>
      <p>{words.silentText}</p>
      <Named title={words.plainOnes} peers={plain} />
      {backedUp.length > 0 && (
        <div class="callout warning stack tight">
          <Named title={words.backedUp} peers={backedUp} />
          <Checkbox label={words.evenBackups} checked={evenBackups} onChange={setEvenBackups} />
        </div>
      )}
      <p class="muted">{words.noUndo}</p>
      <div class="actions">
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button kind="danger" act={act} disabled={going === 0} onClick={forget}>
          {yes}
        </Button>
      </div>
    </FocusRegion>
  );
}

function Named({ title, peers }: { title: string; peers: readonly PeerView[] }) {
  const { backup: words } = useWords();
  const id = useId();
  if (peers.length === 0) return null;
  return (
    <div>
      <p id={id}>{title}</p>
      <ul class="plain-list" aria-labelledby={id}>
        {peers.map(({ peerId, nodeName, lastSeen, backup }) => (
          <li key={peerId}>
            <b>{nodeName}</b>
            {lastSeen !== null && (
              <span class="muted">
                {' · '}
                <Time at={lastSeen} />
              </span>
            )}
            {backup && <span class="muted"> · {words.facts(backup.factCount)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
