/** Forgets a peer, what it brought, or both. Before that it says what goes and what stays. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { FactRow, ForgetPreview, PeerView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { focusHeading } from '../../hooks/use-focus.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { Button } from '../../parts/Button.tsx';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { FocusRegion } from '../../parts/FocusRegion.tsx';
import { FoldedFacts } from '../../parts/FoldedFacts.tsx';
import { RadioGroup } from '../../parts/RadioGroup.tsx';
import { useWords } from '../../words/words.ts';
import { broughtAnything, type ForgetChoice, forgetEffects } from './forget-effects.ts';

export function ForgetPanel({ peer, onClose }: { peer: PeerView; onClose: () => void }) {
  const { forget: words } = useWords();
  const { api, snapshot } = useSession();
  const inspecting = useAct();
  const [preview, setPreview] = useState<ForgetPreview | null>(null);

  // The preview is asked for again after every commit, also of another tab: what would go may have changed.
  useEffect(() => {
    inspecting.follow(
      words.forget,
      () => api.inspectForget(peer.peerId),
      (found) => {
        if (found.kind !== 'refused') setPreview(found);
      },
    );
  }, [peer.peerId, snapshot.revision]);

  return (
    <FocusRegion label={words.forget}>
      <h3>{words.question(peer.nodeName)}</h3>
      {preview && <ForgetForm peer={peer} preview={preview} onClose={onClose} />}
    </FocusRegion>
  );
}

interface ForgetFormProps {
  readonly peer: PeerView;
  readonly preview: ForgetPreview;
  onClose(): void;
}

function ForgetForm({ peer, preview, onClose }: ForgetFormProps) {
  const { forget: words, shell } = useWords();
  const { api } = useSession();
  const act = useAct();
  const backupId = useId();
  const [choice, setChoice] = useState<ForgetChoice>('peer');
  const [evenBackup, setEvenBackup] = useState(false);
  const name = peer.nodeName;
  const backup = choice === 'brought' ? null : preview.backupFacts;
  const { goes, stays } = forgetEffects(preview, choice, name, words);
  const yes = {
    peer: words.yesPeer(name),
    'peer-and-facts': words.yesBoth(name, preview.facts),
    brought: words.yesBrought(preview.facts),
  }[choice];
  const forget = () =>
    act.run(
      yes,
      () => (choice === 'brought' ? api.forgetBrought(peer.peerId) : api.forgetPeer(peer.peerId, choice, evenBackup)),
      (outcome) => {
        if (outcome.kind === 'refused') return;
        if (choice !== 'brought') focusHeading();
        onClose();
      },
    );
  return (
    <>
      {broughtAnything(preview) && (
        <RadioGroup
          label={words.what}
          value={choice}
          options={[
            ['peer', words.onlyPeer(name)],
            ['peer-and-facts', words.both(name)],
            ['brought', words.onlyBrought],
          ]}
          onChange={(chosen) => setChoice(chosen)}
        />
      )}
      <BulletList title={words.goes} points={goes} />
      <BulletList title={words.stays} points={stays} />
      {choice !== 'peer' && <BroughtFacts peerId={peer.peerId} />}
      {backup !== null && (
        <div class="callout warning stack tight">
          <p id={backupId}>{words.backup(backup)}</p>
          <Checkbox label={words.evenBackup} checked={evenBackup} describedBy={backupId} onChange={setEvenBackup} />
        </div>
      )}
      <p class="muted">{choice === 'peer' ? words.noUndo : `${words.noUndo} ${words.again}`}</p>
      <div class="actions">
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button
          kind="danger"
          act={act}
          disabled={backup !== null && !evenBackup}
          describedBy={backup === null ? undefined : backupId}
          onClick={forget}
        >
          {yes}
        </Button>
      </div>
    </>
  );
}

function BulletList({ title, points }: { title: string; points: readonly string[] }) {
  const id = useId();
  if (points.length === 0) return null;
  return (
    <div class="stack tight">
      <h4 id={id}>{title}</h4>
      <ul class="plain-list" aria-labelledby={id}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

/** The facts that the peer brought, in a list that opens. */
function BroughtFacts({ peerId }: { peerId: string }) {
  const { forget: words } = useWords();
  const { api, snapshot } = useSession();
  const window = useWindow<FactRow>(peerId, snapshot.revision, (range) =>
    api.facts({ search: '', origin: peerId }, range),
  );
  return window.total ? <FoldedFacts label={words.list} window={window} /> : null;
}
