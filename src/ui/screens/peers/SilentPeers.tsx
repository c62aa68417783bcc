/** Forgets all peers at once that have been silent for a long time. Shown only if there are such peers. */
import { useId, useState } from 'preact/hooks';
import { isForgettable } from '../../../domain/peer.ts';
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
import { SILENCE_SPANS, spanText } from '../node/silence-spans.ts';

const [SHORTEST_SPAN = 0] = SILENCE_SPANS;

export function SilentPeers() {
  const words = useWords();
  const { snapshot } = useSession();
  const now = useNow();
  const id = useId();
  const [silentFor, setSilentFor] = useState(SHORTEST_SPAN);
  const [isAsking, setAsking] = useState(false);
  const peersSilentFor = (millis: number) => snapshot.peers.filter((peer) => isForgettable(peer, now - millis));
  if (peersSilentFor(SHORTEST_SPAN).length === 0) return null;
  const silent = peersSilentFor(silentFor);
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.forget.silentTitle}</h2>
      <Select
        label={words.forget.silentFor}
        value={`${silentFor}`}
        options={SILENCE_SPANS.map((span) => [`${span}`, spanText(span, words)] as const)}
        onChange={(chosen) => {
          setSilentFor(Number(chosen));
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
        <ForgetSilent key={silentFor} silentFor={silentFor} silent={silent} onClose={() => setAsking(false)} />
      )}
    </section>
  );
}

interface ForgetSilentProps {
  readonly silentFor: number;
  readonly silent: readonly PeerView[];
  onClose(): void;
}

function ForgetSilent({ silentFor, silent, onClose }: ForgetSilentProps) {
  const allWords = useWords();
  const { forget: words, shell } = allWords;
  const { api } = useSession();
  const act = useAct();
  const [evenBackups, setEvenBackups] = useState(false);
  const withoutBackup = silent.filter(({ backup }) => !backup);
  const withBackup = silent.filter(({ backup }) => backup);
  const forgottenCount = withoutBackup.length + (evenBackups ? withBackup.length : 0);
  const yes = words.yesSilent(forgottenCount);
  const forget = () =>
    act.run(
      yes,
      () => api.forgetSilent(silentFor, evenBackups),
      (outcome) => {
        if (outcome.kind === 'refused') return;
        focusHeading();
        onClose();
      },
    );
  return (
    <FocusRegion label={words.show}>
      <h3>{words.silentQuestion(spanText(silentFor, allWords))}</h3>
      <p>{words.silentText}</p>
      <NamedPeers title={words.plainOnes} peers={withoutBackup} />
      {withBackup.length > 0 && (
        <div class="callout warning stack tight">
          <NamedPeers title={words.backedUp} peers={withBackup} />
          <Checkbox label={words.evenBackups} checked={evenBackups} onChange={setEvenBackups} />
        </div>
      )}
      <p class="muted">{words.noUndo}</p>
      <div class="actions">
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button kind="danger" act={act} disabled={forgottenCount === 0} onClick={forget}>
          {yes}
        </Button>
      </div>
    </FocusRegion>
  );
}

function NamedPeers({ title, peers }: { title: string; peers: readonly PeerView[] }) {
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
