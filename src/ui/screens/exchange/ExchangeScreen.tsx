/** Home: what was brought in, what goes back, and what waits to be taken out. */
import { useEffect } from 'preact/hooks';
import { listenForPastes } from '../../../carry/incoming.ts';
import type { NodeView } from '../../../peer-api.ts';
import { backupAddress } from '../../hooks/route.ts';
import { useSession } from '../../hooks/session.ts';
import type { Persistence } from '../../hooks/use-persistence.ts';
import { Button } from '../../parts/Button.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { practiceNodeOf } from '../../practice/practice-nodes.ts';
import { PreviewPanel } from '../../preview/PreviewPanel.tsx';
import { RestoreArchive } from '../../restore/RestoreArchive.tsx';
import { useWords } from '../../words/words.ts';
import { BringIn } from './BringIn.tsx';
import { CarryReply } from './CarryReply.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Handshakes } from './Handshakes.tsx';
import { ReadyToCarry } from './ReadyToCarry.tsx';
import { ArchiveReminder, OtherReminders } from './Reminders.tsx';
import type { Desk } from './use-inbox.ts';

interface ExchangeScreenProps {
  readonly node: NodeView;
  readonly desk: Desk;
  readonly keeping: Persistence;
}

export function ExchangeScreen({ node, desk, keeping }: ExchangeScreenProps) {
  const { table, bring } = desk;
  const { nodeParam } = useSession();
  const isPractice = practiceNodeOf(nodeParam) !== null;
  // What was brought comes first; and nothing of a practice node needs care.
  const isCalm = table === null && desk.waiting.length === 0 && !isPractice;
  useEffect(() => listenForPastes(document, bring), [bring]);
  return (
    <div class="columns">
      <div class="stack">
        {isCalm && <ArchiveReminder />}
        {isCalm && <FirstSteps hasGenome={node.genomeHash !== ''} />}
        <JobProgress job={desk.job} />
        <Waiting desk={desk} />
        {table?.kind === 'preview' && (
          <PreviewPanel
            key={table.preview.id}
            preview={table.preview}
            act={desk.act}
            onAccept={() => desk.accept(table.preview)}
            onDiscard={() => desk.discard(table.preview)}
          />
        )}
        {table?.kind === 'archive' && <RestoreArchive file={table.file} found={table.found} onClose={desk.putAway} />}
        {table && table.kind !== 'preview' && table.kind !== 'archive' && (
          <CarryReply key={table.carried.dropId} item={table} onPutAway={desk.putAway} />
        )}
        <Returned />
        <BringIn desk={desk} />
        {isCalm && <OtherReminders keeping={keeping} />}
      </div>
      <div class="stack">
        <Handshakes node={node} desk={desk} />
        <ReadyToCarry />
      </div>
    </div>
  );
}

/** Peers that came back from silence while a backup is kept for them (DESIGN 5.6). */
export function Returned() {
  const { exchange } = useWords();
  const { snapshot } = useSession();
  const returned = snapshot.peers.filter((peer) => peer.backup?.offered);
  return (
    <>
      {returned.map((peer) => (
        <p key={peer.peerId} class="callout">
          {exchange.backupOffered(peer.nodeName)} <a href={backupAddress(peer.peerId)}>{exchange.backupLink}</a>
        </p>
      ))}
    </>
  );
}

/** Files and documents that were brought together with the one on the table: their names, and the way to the next. */
const MOST_NAMES = 10;

export function Waiting({ desk }: { desk: Desk }) {
  const { exchange, formats } = useWords();
  const { waiting } = desk;
  if (waiting.length === 0) return null;
  const names = waiting.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = waiting.length > MOST_NAMES ? ` ${exchange.andMore(waiting.length - MOST_NAMES)}` : '';
  return (
    <section class="held" aria-label={exchange.waitingFiles}>
      <div>
        <p>
          <strong>{exchange.moreWaiting(waiting.length)}</strong>
        </p>
        <p class="muted">{formats.list(names) + more}</p>
      </div>
      <div class="actions">
        {desk.table?.kind !== 'preview' && (
          <Button kind="primary" act={desk.act} onClick={desk.readNext}>
            {exchange.next}
          </Button>
        )}
        <Button kind="quiet" onClick={desk.letFilesGo}>
          {exchange.letFilesGo}
        </Button>
      </div>
    </section>
  );
}
