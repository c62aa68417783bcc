/** How many rows of a payload are new, here, in conflict or refused; each bucket can be opened. */
import type { IncidentCounts as Counts } from '../../domain/preview.ts';
import type { BucketName, Preview } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';
import { BucketRows } from './BucketRows.tsx';

/** What is new comes first; what was refused is never hidden at the end of a long list. */
const ORDER: readonly BucketName[] = ['fresh', 'conflicts', 'refused', 'genes', 'present'];

export function BucketList({ preview }: { preview: Preview }) {
  const { preview: words } = useWords();
  const { facts, incidents } = preview;
  if (!facts && !incidents) return null;
  const hasNew = (facts?.fresh ?? 0) + (incidents ? incidents.fresh + incidents.updates + incidents.views : 0) > 0;
  return (
    <div class="buckets">
      {!hasNew && <p>{words.nothingNew}</p>}
      {facts &&
        ORDER.filter((bucket) => facts[bucket] > 0).map((bucket) => (
          <BucketRows key={bucket} preview={preview} bucket={bucket} count={facts[bucket]} />
        ))}
      {incidents && <IncidentCounts counts={incidents} />}
    </div>
  );
}

function IncidentCounts({ counts }: { counts: Counts }) {
  const { preview: words } = useWords();
  const { fresh, updates, views, present, refused } = words.incidents;
  return (
    <>
      {counts.fresh > 0 && <p>{fresh(counts.fresh)}</p>}
      {counts.updates > 0 && <p>{updates(counts.updates)}</p>}
      {counts.views > 0 && <p>{views(counts.views)}</p>}
      {counts.refused > 0 && <p>{refused(counts.refused)}</p>}
      {counts.present > 0 && <p>{present(counts.present)}</p>}
    </>
  );
}
