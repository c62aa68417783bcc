/** Who this node is: name, peer id and its picture, when it was started. */
import { useId } from 'preact/hooks';
import { copyText } from '../../../carry/clipboard.ts';
import type { NodeView } from '../../../peer-api.ts';
import type { Notice } from '../../hooks/notice.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Button } from '../../parts/Button.tsx';
import { Hash } from '../../parts/Hash.tsx';
import { PictureBeside } from '../../parts/HashPicture.tsx';
import { useWords } from '../../words/words.ts';

export function IdentityPanel({ node }: { node: NodeView }) {
  const { node: words, carry, charts, formats } = useWords();
  const { nodeParam } = useSession();
  const act = useAct();
  const id = useId();
  const copy = () =>
    act.run(words.copyPeerId, async (): Promise<Notice> => {
      if ((await copyText(node.peerId)) === 'copied') return { kind: 'said', text: words.peerIdCopied };
      return { kind: 'failed', code: 'clipboard-denied', what: carry.copyDenied, next: words.copyByHand };
    });
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.identity}</h2>
      <dl class="pairs">
        <div>
          <dt>{words.nodeName}</dt>
          <dd>{node.nodeName}</dd>
        </div>
        <div>
          <dt>{words.peerId}</dt>
          <dd>
            <PictureBeside hash={node.peerId} label={charts.idPicture}>
              <Hash value={node.peerId} />
            </PictureBeside>
          </dd>
        </div>
        <div>
          <dt>{words.startedAt}</dt>
          <dd>{formats.date(node.startedAt)}</dd>
        </div>
      </dl>
      {nodeParam !== null && <p class="muted">{words.separate(nodeParam)}</p>}
      <div class="actions">
        <Button icon="copy" act={act} onClick={copy}>
          {words.copyPeerId}
        </Button>
      </div>
    </section>
  );
}
