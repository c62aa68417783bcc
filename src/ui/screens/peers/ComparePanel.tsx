/** Two people compare eight words and a picture on their screens. If they match, the peer's identity is confirmed. */
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
  const [fingerprint, setFingerprint] = useState<Fingerprint | null>(null);

  useEffect(() => {
    act.run(
      words.compare,
      () => api.fingerprint(peer.peerId),
      (result) => {
        if (result.kind === 'fingerprint') setFingerprint(result);
      },
    );
  }, [peer.peerId]);

  const answer = (name: string, hash: string, matched: boolean) =>
    act.run(
      name,
      () => api.compareIdentity(peer.peerId, hash, matched),
      (outcome) => {
        if (outcome.kind === 'done') onClose();
      },
    );

  return (
    <FocusRegion label={words.compare} onClose={onClose}>
      <h3>{words.title(peer.nodeName)}</h3>
      <p>{words.about(peer.nodeName)}</p>
      {fingerprint && (
        <>
          <div class="fingerprint">
            <HashPicture hash={fingerprint.hash} label={words.picture(fingerprint.words)} />
            <ol aria-label={words.words}>
              {fingerprint.words.map((word, index) => (
                <li key={word + String(index)}>
                  <strong lang="en">{word}</strong> <span class="muted">{fingerprint.digits[index]}</span>
                </li>
              ))}
            </ol>
          </div>
          <div class="actions">
            <Button kind="primary" act={act} onClick={() => answer(words.match, fingerprint.hash, true)}>
              {words.match}
            </Button>
            <Button kind="danger" act={act} onClick={() => answer(words.differ, fingerprint.hash, false)}>
              {words.differ}
            </Button>
          </div>
        </>
      )}
    </FocusRegion>
  );
}
