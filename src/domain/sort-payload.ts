/**
 * What a payload would do: every row goes into exactly one bucket (ARCHITECTURE "Importing", PROTOCOL "Importing a
 * payload"). Pure and synchronous, so that the transaction that writes a payload makes the same decision again.
 *
 * Example: Alice's fact F says "closed" here. Of the rows of a payload, F "closed" is `present`. F "open", with Alice's
 * proof that it replaces "closed", is an `updates` row, or a `conflicts` row if somebody here has touched F. F
 * "blocked" without a proof is a `conflicts` row. An unknown id is `fresh`, and a fact of level 2 is `refused`.
 */
import { type Fact, type HashOf, HIGHEST_CARRIED_LEVEL, isEditOf, isTouched, type StoredFact } from './fact.ts';
import type { Gene } from './genome.ts';
import { type Incident, incidentKey, isNews, type Statement, type StoredIncident, sameIncident } from './incident.ts';
import { type Refusal, refuse } from './refusal.ts';
import { STEP, type Steps } from './steps.ts';

export interface Conflict {
  readonly ours: StoredFact;
  readonly theirs: Fact;
}

export interface RefusedRow {
  /** The id of the row, as it stands in the payload. */
  readonly id: string;
  readonly refusal: Refusal;
}

export interface FactBuckets {
  readonly fresh: readonly Fact[];
  readonly present: readonly Fact[];
  /** Edits by the node that wrote the fact first. Nobody here has touched the fact. */
  readonly updates: readonly Conflict[];
  readonly conflicts: readonly Conflict[];
  readonly refused: readonly RefusedRow[];
  /** Genes of ours, word for word. */
  readonly genes: readonly Fact[];
}

export interface IncidentBuckets {
  readonly fresh: readonly Statement[];
  readonly present: readonly Statement[];
  /** News from the origin of the incident. */
  readonly updates: readonly Statement[];
  /** News from another node. */
  readonly views: readonly Statement[];
  /** Incidents that we gave and that came back, marked as ours. They say nothing new. */
  readonly echoes: readonly Statement[];
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

/** What is here: a payload is compared with it. */
export interface LocalFacts {
  /** The fact with this id, if one is here. */
  ours(id: string): StoredFact | undefined;
  /** Whether a person has decided about exactly this version before. Then the conflict does not come back. */
  isDecided(theirs: Fact): boolean;
  /** Whether the row is known as a fact of ours that came back under another id. */
  isEcho(row: Fact): boolean;
  readonly hashOf: HashOf;
}

/**
 * Sorts the facts of a payload. `genes`: our genome, by id. A place in a refusal is a JSON Pointer, for example
 * `/facts/17/level`.
 */
export function* sortFacts(
  facts: readonly Fact[],
  genes: ReadonlyMap<string, Gene>,
  here: LocalFacts,
): Steps<FactBuckets> {
  const buckets = {
    fresh: [] as Fact[],
    present: [] as Fact[],
    updates: [] as Conflict[],
    conflicts: [] as Conflict[],
    genes: [] as Fact[],
  };
  const freshById = new Map<string, Fact>();
  const knownVersions = new Set<string>();
  const refused: RefusedRow[] = [];
  for (const [index, fact] of facts.entries()) {
    if (index % STEP === 0) yield { phase: 'comparing', done: index, total: facts.length, unit: 'rows' };
    const refusal = refusalOf(fact, `/facts/${index}`, genes, freshById);
    const ours = here.ours(fact.id);
    if (here.isEcho(fact)) buckets.present.push(fact);
    else if (refusal) refused.push({ id: fact.id, refusal });
    else if (genes.has(fact.id)) buckets.genes.push(fact);
    else if (freshById.has(fact.id) || knownVersions.has(versionKey(fact)))
      buckets.present.push(fact); // The payload holds it twice.
    else if (!ours) {
      freshById.set(fact.id, fact);
      buckets.fresh.push(fact);
    } else {
      const bucket = bucketOf(fact, ours, here);
      if (bucket === 'present') buckets.present.push(fact);
      else {
        knownVersions.add(versionKey(fact));
        buckets[bucket].push({ ours, theirs: fact });
      }
    }
  }
  return { ...withoutContestedUpdates(buckets), refused };
}

/** If a payload holds several other versions of one fact, none of them replaces ours: all of them are conflicts. */
function withoutContestedUpdates<Buckets extends Pick<FactBuckets, 'updates' | 'conflicts'>>(
  buckets: Buckets,
): Buckets {
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
 * The bucket of another version of a fact of ours. Only the node that wrote both versions can replace one by the other,
 * and only if nobody here has touched the fact. An earlier version by the same node is nothing new.
 */
function bucketOf(
  theirs: Fact,
  ours: StoredFact,
  { isDecided, hashOf }: LocalFacts,
): 'present' | 'updates' | 'conflicts' {
  if (isEditOf(ours.fact, theirs, hashOf) || isDecided(theirs)) return 'present';
  if (isEditOf(theirs, ours.fact, hashOf)) return isTouched(ours) ? 'conflicts' : 'updates';
  return ours.fact.content === theirs.content ? 'present' : 'conflicts';
}

/** Two facts have the same key if id, content and the number of replaced versions are equal. */
export function versionKey({ id, content, edit }: Pick<Fact, 'id' | 'content' | 'edit'>): string {
  return JSON.stringify([id, content, edit?.replaces.length ?? 0]);
}

/**
 * Sorts the statements of a payload. `ours`: the incident with this key, if one is here. `isEcho`: whether it is one of
 * ours that came back.
 */
export function sortIncidents(
  statements: readonly Statement[],
  ours: (key: string) => StoredIncident | undefined,
  isEcho: (incident: Incident) => boolean = () => false,
): IncidentBuckets {
  const fresh = new Map<string, Statement>();
  const buckets = {
    present: [] as Statement[],
    updates: [] as Statement[],
    views: [] as Statement[],
    echoes: [] as Statement[],
  };
  const refused: RefusedRow[] = [];
  statements.forEach((statement, index) => {
    const { incident, speaker } = statement;
    const key = incidentKey(incident);
    const earlier = fresh.get(key);
    const here = ours(key);
    const place = `/incidents/${index}/id`;
    if (incident.id === '') refused.push({ id: '', refusal: refuse('empty-id', { place }) });
    else if (isEcho(incident)) buckets.echoes.push(statement);
    else if (earlier && sameIncident(earlier.incident, incident)) buckets.present.push(statement);
    else if (earlier) refused.push({ id: incident.id, refusal: refuse('duplicate-id', { place, found: incident.id }) });
    else if (!here) fresh.set(key, statement);
    else if (!isNews(here, statement)) buckets.present.push(statement);
    else if (speaker === incident.sourcePeerId) buckets.updates.push(statement);
    else buckets.views.push(statement);
  });
  return { ...buckets, fresh: [...fresh.values()], refused };
}

/**
 * Why a row is refused, or null. Equal genome hashes cannot carry a new gene, or other words for a gene of ours:
 * whoever sends one does not have the genome of that hash.
 */
function refusalOf(
  { id, content, level, isGene }: Fact,
  place: string,
  genes: ReadonlyMap<string, Gene>,
  freshById: ReadonlyMap<string, Fact>,
): Refusal | null {
  if (id === '') return refuse('empty-id', { place: `${place}/id` });
  if (content === '') return refuse('empty-content', { place: `${place}/content`, found: id });
  const gene = genes.get(id);
  if (gene) return gene.content === content ? null : refuse('gene-changed', { place: `${place}/content`, found: id });
  if (isGene) return refuse('foreign-gene', { place: `${place}/is_gene`, found: id });
  if (level < 0 || level > HIGHEST_CARRIED_LEVEL) {
    return refuse('level-not-carried', { place: `${place}/level`, found: `${level}` });
  }
  const earlier = freshById.get(id);
  return earlier && earlier.content !== content ? refuse('duplicate-id', { place: `${place}/id`, found: id }) : null;
}
