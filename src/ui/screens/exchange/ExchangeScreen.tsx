/** The home screen: what was brought in, what goes back, and what is ready to be taken out. */
import { useEffect } from 'preact/hooks';
import { listenForPastes } from '../../../carry/incoming.ts';
import type { NodeView } from '../../../peer-api.ts';
import { backupAddress } from '../../hooks/route.ts';
import { useSession } from '../../hooks/session.ts';
import type { Persistence } from '../../hooks/use-persistence.ts';
import { Button } from '../../parts/Button.tsx';
import { JobProgress } from '../../parts/JobProgress.tsx';
import { PreviewPanel } from '../../preview/PreviewPanel.tsx';
import { RestoreArchive } from '../../restore/RestoreArchive.tsx';
import { useWords } from '../../words/words.ts';
import { BringIn } from './BringIn.tsx';
import { CarryReply } from './CarryReply.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Handshakes } from './Handshakes.tsx';
import { ReadyToCarry } from './ReadyToCarry.tsx';
import { ArchiveReminder, OtherReminders } from './Reminders.tsx';
import type { Inbox } from './use-inbox.ts';

interface ExchangeScreenProps {
  readonly node: NodeView;
  readonly inbox: Inbox;
  readonly persistence: Persistence;
}

export function ExchangeScreen({ node, inbox, persistence }: ExchangeScreenProps) {
  const { current, bring } = inbox;
  const { practiceNode } = useSession();
  // What was brought comes first, and a practice node needs no care.
  const showsReminders = current === null && inbox.waiting.length === 0 && practiceNode === null;
  useEffect(() => listenForPastes(document, bring), [bring]);
  return (
    <div class="columns">
      <div class="stack">
        {showsReminders && <ArchiveReminder />}
        {showsReminders && <FirstSteps hasGenome={node.genomeHash !== ''} />}
        <JobProgress job={inbox.job} />
        <WaitingItems inbox={inbox} />
        {current?.kind === 'preview' && (
          <PreviewPanel
            key={current.preview.id}
            preview={current.preview}
            act={inbox.act}
            onAccept={() => inbox.accept(current.preview)}
            onDiscard={() => inbox.discard(current.preview)}
          />
        )}
        {current?.kind === 'archive' && (
          <RestoreArchive file={current.file} found={current.found} onClose={inbox.closeCurrent} />
        )}
        {(current?.kind === 'handshake' || current?.kind === 'reply') && (
          <CarryReply key={current.carried.dropId} item={current} onClose={inbox.closeCurrent} />
        )}
        <OfferedBackups />
        <BringIn inbox={inbox} />
        {showsReminders && <OtherReminders persistence={persistence} />}
      </div>
      <div class="stack">
        <Handshakes node={node} inbox={inbox} />
        <ReadyToCarry />
      </div>
    </div>
  );
}

/** Backups of peers that were silent and have shaken hands again: ARCHITECTURE "Gene backups". */
function OfferedBackups() {
  const { exchange } = useWords();
  const { snapshot } = useSession();
  const offered = snapshot.peers.filter((peer) => peer.backup?.offered);
  return (
    <>
      {offered.map((peer) => (
        <p key={peer.peerId} class="callout">
          {exchange.backupOffered(peer.nodeName)} <a href={backupAddress(peer.peerId)}>{exchange.backupLink}</a>
        </p>
      ))}
    </>
  );
}

/** So many names are shown; the other items are only counted. */
const MOST_NAMES = 10;

/** What is to be read after the current item: the names, and the button that reads the next one. */
function WaitingItems({ inbox }: { inbox: Inbox }) {
  const { exchange, formats } = useWords();
  const { waiting } = inbox;
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
        {waiting[0]?.wasTried && <p class="muted">{exchange.triedBefore(waiting[0].name)}</p>}
      </div>
      <div class="actions">
        {inbox.current?.kind !== 'preview' && (
          <Button kind="primary" act={inbox.act} onClick={inbox.readNext}>
            {exchange.next}
          </Button>
        )}
        <Button kind="quiet" onClick={inbox.dropWaiting}>
          {exchange.letFilesGo}
        </Button>
      </div>
    </section>
  );
}
