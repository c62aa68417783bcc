/** The buckets of a preview, and whether what a person chose there still holds when it is accepted. */
import { versionOf } from '../../domain/conflict.ts';
import type { Origin } from '../../domain/fact.ts';
import { incidentKey, standing } from '../../domain/incident.ts';
import type { ShownRow } from '../../domain/preview.ts';
import type { Conflict, FactBuckets, IncidentBuckets } from '../../domain/sort-payload.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { Bucket, Choices, PreviewBuckets, Previewed } from '../intake.ts';

/** An edit that was not shown as an update is a conflict now. It is handled as the person chose for it there. */
export function asPreviewed({ facts }: Previewed, now: FactBuckets): FactBuckets {
  const shown = new Set(facts.updates.map(({ theirs }) => theirs));
  const isShown = ({ theirs }: Conflict) => shown.has(theirs);
  if (now.updates.every(isShown)) return now;
  const conflicts = [...now.conflicts, ...now.updates.filter((update) => !isShown(update))];
  return { ...now, updates: now.updates.filter(isShown), conflicts };
}

/**
 * The choices that still mean what the person saw. If ours has changed since, "theirs" is left out: it would replace
 * words that the person has not seen. The conflict stays open then.
 */
export function stillMeant({ choices, facts }: Previewed, now: readonly Conflict[]): Choices {
  const shownSeqs = new Map<object, number>(facts.conflicts.map(({ ours, theirs }) => [theirs, ours.seq]));
  const meant = new Map(choices);
  for (const { ours, theirs } of now) {
    if (choices.get(theirs) === 'theirs' && shownSeqs.get(theirs) !== ours.seq) meant.delete(theirs);
  }
  return meant;
}

export function factBuckets(buckets: FactBuckets, { peerId, at }: Pick<Origin, 'peerId' | 'at'>): PreviewBuckets {
  const { fresh, present, genes, updates, conflicts, refused } = buckets;
  const show = (fact: (typeof fresh)[number]): ShownRow => ({ kind: 'fact', fact });
  const versionsOf = (versions: typeof conflicts) =>
    bucketOf(
      versions,
      ({ ours, theirs }) => ({
        kind: 'conflict',
        ours: versionOf(ours),
        theirs: { fact: theirs, fromPeerId: peerId, at },
      }),
      ({ theirs }) => theirs,
    );
  return {
    fresh: bucketOf(fresh, show),
    present: bucketOf(present, show),
    genes: bucketOf(genes, show),
    updates: versionsOf(updates),
    conflicts: versionsOf(conflicts),
    refused: bucketOf(refused, (row) => ({ kind: 'refused', ...row })),
  };
}

export function incidentBuckets({ incidents }: NodeStore, buckets: IncidentBuckets): PreviewBuckets {
  const of = (statements: IncidentBuckets['fresh']) =>
    bucketOf(
      statements,
      ({ incident }) => {
        const stored = incidents.get(incidentKey(incident));
        return { kind: 'incident', incident, here: stored ? standing(stored).incident : null };
      },
      ({ incident }) => incident,
    );
  return {
    incidentsFresh: of(buckets.fresh),
    incidentsUpdates: of(buckets.updates),
    incidentsViews: of(buckets.views),
    incidentsPresent: of([...buckets.present, ...buckets.echoes]),
    incidentsRefused: bucketOf(buckets.refused, (row) => ({ kind: 'refused', ...row })),
  };
}

function bucketOf<Item extends object>(
  items: readonly Item[],
  show: (item: Item) => ShownRow,
  subject: (item: Item) => object = (item) => item,
): Bucket {
  const at = (index: number) => items[index] as Item;
  return { length: items.length, show: (index) => show(at(index)), subject: (index) => subject(at(index)) };
}
