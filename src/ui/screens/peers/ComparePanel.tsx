/** Two people side by side: eight words and a picture that have to be the same on both screens. */
import { useEffect, useState } from 'preact/hooks';
import type { Fingerprint, PeerView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Button } from '../../parts/Button.tsx';
import { FocusRegion } from '../../parts/FocusRegion.tsx';
import { HashPicture } from '../../parts/HashPicture.tsx';
import { useWords } from '../../words/words.ts';

export function ComparePanel({ peer, onClose }: { peer: PeerView; onClose: () => void }) {
  const { compare: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const [shown, setShown] = useState<Fingerprint | null>(null);
  const name = peer.nodeName;

  useEffect(() => {
    act.run(
      words.compare,
      () => api.fingerprint(peer.peerId),
      (result) => {
        if (result.kind === 'fingerprint') setShown(result);
      },
    );
  }, [peer.peerId]);

  const say = (answer: string, hash: string, matched: boolean) =>
    act.run(
      answer,
      () => api.compareIdentity(peer.peerId, hash, matched),
      (outcome) => {
        if (outcome.kind === 'done') onClose();
      },
    );

  return (
    <FocusRegion label={words.compare} onClose={onClose}>
      <h3>{words.title(name)}</h3>
      <p>{words.about(name)}</p>
      {shown && (
        <>
          <div class="fingerprint">
            <HashPicture hash={shown.hash} label={words.picture(shown.words)} />
            <ol aria-label={words.words}>
              {shown.words.map((word, index) => (
                <li key={word + String(index)}>
                  <strong lang="en">{word}</strong> <span class="muted">{shown.digits[index]}</span>
                </li>
              ))}
            </ol>
          </div>
          <div class="actions">
            <Button kind="primary" act={act} onClick={() => say(words.match, shown.hash, true)}>
              {words.match}
            </Button>
            <Button kind="danger" act={act} onClick={() => say(words.differ, shown.hash, false)}>
              {words.differ}
            </Button>
          </div>
        </>
      )}
    </FocusRegion>
  );
}
