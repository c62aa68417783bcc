/** Home: what was brought in, what goes back, and what waits to be taken out. */
import { useEffect } from 'preact/hooks';
import { listenForPastes } from '../../carry/incoming.ts';
import type { NodeView } from '../../peer-api.ts';
import { RestoreArchive } from '../archive/RestoreArchive.tsx';
import { ArchiveCare, OtherCare } from '../care/Care.tsx';
import type { Keeping } from '../care/use-keeping.ts';
import { Working } from '../parts/Working.tsx';
import { PreviewPanel } from '../preview/PreviewPanel.tsx';
import { sampleOf } from '../sample/samples.ts';
import { useSession } from '../session.ts';
import { BringIn } from './BringIn.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Meet } from './Meet.tsx';
import { OnItsWay } from './OnItsWay.tsx';
import { Returned } from './Returned.tsx';
import { TakeAway } from './TakeAway.tsx';
import type { Desk } from './use-desk.ts';
import { Waiting } from './Waiting.tsx';

interface ExchangeScreenProps {
  readonly node: NodeView;
  readonly desk: Desk;
  readonly keeping: Keeping;
}

export function ExchangeScreen({ node, desk, keeping }: ExchangeScreenProps) {
  const { table, bring } = desk;
  const { nodeParam } = useSession();
  const isPractice = sampleOf(nodeParam) !== null;
  // What was brought comes first; and nothing of a practice node needs care.
  const isCalm = table === null && desk.waiting.length === 0 && !isPractice;
  useEffect(() => listenForPastes(document, bring), [bring]);
  return (
    <div class="columns">
      <div class="stack">
        {isCalm && <ArchiveCare />}
        {isCalm && <FirstSteps hasGenome={node.genomeHash !== ''} />}
        <Working job={desk.job} />
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
          <OnItsWay key={table.carried.dropId} item={table} onPutAway={desk.putAway} />
        )}
        <Returned />
        <BringIn desk={desk} />
        {isCalm && <OtherCare keeping={keeping} />}
      </div>
      <div class="stack">
        <Meet node={node} desk={desk} />
        <TakeAway />
      </div>
    </div>
  );
}
