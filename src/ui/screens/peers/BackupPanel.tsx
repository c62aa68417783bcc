/** The gene backup of a peer that fell silent: to look at, to hand over, to clear (ARCHITECTURE "Gene backups"). */
import { useState } from 'preact/hooks';
import type { Fact } from '../../../domain/fact.ts';
import type { BackupView, PeerView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { Button } from '../../parts/Button.tsx';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { FocusRegion } from '../../parts/FocusRegion.tsx';
import { FoldedFacts } from '../../parts/FoldedFacts.tsx';
import { Hash } from '../../parts/Hash.tsx';
import { Time } from '../../parts/Time.tsx';
import { useWords } from '../../words/words.ts';
import { HandOverBackup } from './HandOverBackup.tsx';

interface BackupPanelProps {
  readonly peer: PeerView;
  readonly backup: BackupView;
  onClose(): void;
}

export function BackupPanel({ peer, backup, onClose }: BackupPanelProps) {
  const { backup: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const name = peer.nodeName;
  const answer = (yes: boolean) => {
    setAsking(false);
    if (yes) act.run(words.clear, () => api.clearBackup(peer.peerId));
  };
  return (
    <FocusRegion label={words.backup} onClose={onClose}>
      <h3>{words.title(name)}</h3>
      <p class={backup.offered ? 'callout' : undefined}>{backup.offered ? words.offered(name) : words.about(name)}</p>
      <dl class="pairs">
        <div>
          <dt>{words.kept}</dt>
          <dd>
            <Time at={backup.backedUpAt} />
          </dd>
        </div>
        <div>
          <dt>{words.reason}</dt>
          <dd>{words.reasonOf(backup.reason)}</dd>
        </div>
        <div>
          <dt>{words.holds}</dt>
          <dd>{words.facts(backup.factCount)}</dd>
        </div>
        <div>
          <dt>{words.genomeHash}</dt>
          <dd>
            <Hash value={backup.genomeHash} />
          </dd>
        </div>
      </dl>
      <HandOverBackup peer={peer} />
      <BackupFacts peerId={peer.peerId} backedUpAt={backup.backedUpAt} />
      <div class="actions">
        <Button kind="quiet" act={act} onClick={() => setAsking(true)}>
          {words.clear}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          question={words.clearQuestion(name)}
          text={words.clearText(backup.factCount)}
          yes={words.clear}
          no={words.keep}
          onAnswer={answer}
        />
      )}
    </FocusRegion>
  );
}

function BackupFacts({ peerId, backedUpAt }: { peerId: string; backedUpAt: number }) {
  const { backup: words } = useWords();
  const { api } = useSession();
  const window = useWindow<{ readonly fact: Fact }>(`${peerId}/${backedUpAt}`, 0, async (range) => {
    const answer = await api.backupRows(peerId, range);
    return answer.kind === 'refused' ? answer : { total: answer.total, rows: answer.rows.map((fact) => ({ fact })) };
  });
  return <FoldedFacts label={words.list} window={window} />;
}
