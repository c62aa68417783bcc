/**
 * What a payload would do (DESIGN 5.4): every row of it goes into exactly one bucket. Pure and synchronous, so that the
 * same decision that was shown is made again inside the transaction that writes it.
 */
import { type Fact, type HashOf, HIGHEST_CARRIED_LEVEL, isEditOf, isTouched, type StoredFact } from './fact.ts';
import type { Gene } from './genome.ts';
import { incidentKey, isNews, type Statement, type StoredIncident, sameIncident } from './incident.ts';
import { type Refusal, refuse } from './refusal.ts';
import { STEP, type Steps } from './steps.ts';

export interface Conflict {
  readonly ours: StoredFact;
  readonly theirs: Fact;
}

export interface RefusedRow {
  /** The row's id, as it stands in the payload. */
  readonly id: string;
  readonly refusal: Refusal;
}

export interface FactBuckets {
  readonly fresh: readonly Fact[];
  readonly present: readonly Fact[];
  /** Said better by whoever wrote it first, and untouched here. */
  readonly updates: readonly Conflict[];
  readonly conflicts: readonly Conflict[];
  readonly refused: readonly RefusedRow[];
  /** Genes of the payload that are ours too, word for word. */
  readonly genes: readonly Fact[];
}

export interface IncidentBuckets {
  readonly fresh: readonly Statement[];
  readonly present: readonly Statement[];
  /** The origin says something newer of its own incident. */
  readonly updates: readonly Statement[];
  /** Somebody else says something of it that the origin does not. */
  readonly views: readonly Statement[];
  readonly refused: readonly RefusedRow[];
}

export interface IncidentCounts {
  readonly fresh: number;
  readonly present: number;
  readonly updates: number;
  readonly views: number;
  readonly refused: number;
}

export interface BucketCounts {
  readonly fresh: number;
  readonly present: number;
  /** Genes of ours, word for word. */
  readonly genes: number;
  readonly updates: number;
  readonly conflicts: number;
  readonly refused: number;
}

/** What a payload is held against. */
export interface Here {
  /** The fact here with that id. */
  ours(id: string): StoredFact | undefined;
  /** A person has chosen between ours and this very version before: the conflict does not come back. */
  isDecided(theirs: Fact): boolean;
  readonly hashOf: HashOf;
}

export function* sortFacts(facts: readonly Fact[], genes: ReadonlyMap<string, Gene>, here: Here): Steps<FactBuckets> {
  const buckets = {
    fresh: [] as Fact[],
    present: [] as Fact[],
    updates: [] as Conflict[],
    conflicts: [] as Conflict[],
    genes: [] as Fact[],
  };
  /** By id: what will be here. There is one fact of an id. */
  const taken = new Map<string, Fact>();
  const versions = new Set<string>();
  const refused: RefusedRow[] = [];
  for (const [index, fact] of facts.entries()) {
    if (index % STEP === 0) yield { phase: 'comparing', done: index, total: facts.length, unit: 'rows' };
    const refusal = refusalOf(fact, `/facts/${index}`, genes, taken);
    const ours = here.ours(fact.id);
    if (refusal) refused.push({ id: fact.id, refusal });
    else if (genes.has(fact.id)) buckets.genes.push(fact);
    else if (taken.has(fact.id) || versions.has(versionKey(fact)))
      buckets.present.push(fact); // The same words twice.
    else if (!ours) {
      taken.set(fact.id, fact);
      buckets.fresh.push(fact);
    } else {
      const standing = standingOf(fact, ours, here);
      if (standing === 'present') buckets.present.push(fact);
      else {
        versions.add(versionKey(fact));
        buckets[standing].push({ ours, theirs: fact });
      }
    }
  }
  return { ...contested(buckets), refused };
}

/** Where a payload holds more than one other version of a fact, none of them takes the place of ours by itself. */
function contested<Buckets extends Pick<FactBuckets, 'updates' | 'conflicts'>>(buckets: Buckets): Buckets {
  if (buckets.updates.length === 0) return buckets;
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { theirs } of [...buckets.updates, ...buckets.conflicts])
    (seen.has(theirs.id) ? twice : seen).add(theirs.id);
  const isTwice = ({ theirs }: Conflict) => twice.has(theirs.id);
  const updates = buckets.updates.filter((update) => !isTwice(update));
  return { ...buckets, updates, conflicts: [...buckets.conflicts, ...buckets.updates.filter(isTwice)] };
}

/**
 * What another version of a fact of ours is. Only the hand that wrote both can replace one by the other, and only where
 * nobody here has touched it; what came before ours by that hand says nothing new.
 */
function standingOf(theirs: Fact, ours: StoredFact, { isDecided, hashOf }: Here): 'present' | 'updates' | 'conflicts' {
  if (isEditOf(ours.fact, theirs, hashOf) || isDecided(theirs)) return 'present';
  if (isEditOf(theirs, ours.fact, hashOf)) return isTouched(ours) ? 'conflicts' : 'updates';
  return ours.fact.content === theirs.content ? 'present' : 'conflicts';
}

/**
 * One text for a version: two with it are the same fact in the same words, and as far along among its writer's edits.
 */
export function versionKey({ id, content, edit }: Pick<Fact, 'id' | 'content' | 'edit'>): string {
  return JSON.stringify([id, content, edit?.replaces.length ?? 0]);
}

/**
 * Every statement of a payload: of an incident that is new here, news of one that is known, another node's view of it,
 * or nothing new.
 */
export function sortIncidents(
  statements: readonly Statement[],
  ours: (key: string) => StoredIncident | undefined,
): IncidentBuckets {
  const fresh = new Map<string, Statement>();
  const buckets = { present: [] as Statement[], updates: [] as Statement[], views: [] as Statement[] };
  const refused: RefusedRow[] = [];
  statements.forEach((statement, index) => {
    const { incident, speaker } = statement;
    const key = incidentKey(incident);
    const twin = fresh.get(key);
    const here = ours(key);
    const place = `/incidents/${index}/id`;
    if (incident.id === '') refused.push({ id: '', refusal: refuse('empty-id', { place }) });
    else if (twin && sameIncident(twin.incident, incident)) buckets.present.push(statement);
    else if (twin) refused.push({ id: incident.id, refusal: refuse('duplicate-id', { place, found: incident.id }) });
    else if (!here) fresh.set(key, statement);
    else if (!isNews(here, statement)) buckets.present.push(statement);
    else if (speaker === incident.sourcePeerId) buckets.updates.push(statement);
    else buckets.views.push(statement);
  });
  return { ...buckets, fresh: [...fresh.values()], refused };
}

/**
 * A matching genome hash can not carry a new gene, nor other words for one of ours: whoever sends that is not what its
 * hash says.
 */
function refusalOf(
  { id, content, level, isGene }: Fact,
  place: string,
  genes: ReadonlyMap<string, Gene>,
  taken: ReadonlyMap<string, Fact>,
): Refusal | null {
  if (id === '') return refuse('empty-id', { place: `${place}/id` });
  if (content === '') return refuse('empty-content', { place: `${place}/content`, found: id });
  const gene = genes.get(id);
  if (gene) return gene.content === content ? null : refuse('gene-changed', { place: `${place}/content`, found: id });
  if (isGene) return refuse('foreign-gene', { place: `${place}/is_gene`, found: id });
  if (level < 0 || level > HIGHEST_CARRIED_LEVEL) {
    return refuse('level-not-carried', { place: `${place}/level`, found: `${level}` });
  }
  const twin = taken.get(id);
  return twin && twin.content !== content ? refuse('duplicate-id', { place: `${place}/id`, found: id }) : null;
}
