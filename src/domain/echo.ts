/**
 * What this node gave to a GoMCP node comes back from it as GoMCP's own (PROTOCOL "Echoes"): a fact under a new id and
 * time, with our peer id in its source, and an incident with our peer id before its title. Neither is a stranger here.
 */
import { type Fact, type HashOf, type StoredFact, withoutEdit } from './fact.ts';
import type { Incident, StoredIncident } from './incident.ts';
import { STEP, type Steps } from './steps.ts';
import { parseTime } from './time.ts';

/** The source that GoMCP gives to a fact that it took in from this peer. */
export function echoSource(peerId: string): string {
  return `peer_sync:${peerId}`;
}

export interface EchoedFacts {
  /** Rows that say what a fact here says, or said before: there is nothing to do. */
  readonly known: ReadonlySet<Fact>;
  /** Rows in other words, each with the fact here that it comes from. A row in neither is a fact like any other. */
  readonly originals: ReadonlyMap<Fact, StoredFact>;
}

/**
 * `echoes`: rows of a payload whose source names this node, under ids that are not here. `contents`: what else will be
 * here: genes, and the other rows. `held`: every fact here.
 */
export function* readEchoes(
  echoes: readonly Fact[],
  contents: Iterable<string>,
  held: readonly StoredFact[],
  hashOf: HashOf,
): Steps<EchoedFacts> {
  const here = new Set(contents);
  const wanted = new Set(echoes.map(({ content }) => content));
  for (const [index, { fact }] of held.entries()) {
    if (index % STEP === 0) yield { phase: 'looking-up', done: index, total: held.length, unit: 'rows' };
    if (wanted.has(fact.content)) here.add(fact.content);
  }
  const known = new Set<Fact>();
  const changed: Fact[] = [];
  for (const echo of echoes) {
    if (here.has(echo.content)) known.add(echo);
    else if (!echo.isGene) changed.push(echo); // A gene that is not ours is refused as one.
    here.add(echo.content); // GoMCP may hold it twice.
  }
  if (changed.length === 0) return { known, originals: new Map() };
  const earlier = new Set(held.flatMap(({ fact }) => fact.edit?.replaces ?? []));
  const originals = new Map<Fact, StoredFact>();
  const originalOf = findOriginal(changed, held);
  for (const [index, echo] of changed.entries()) {
    if (index % STEP === 0) yield { phase: 'looking-up', done: index, total: changed.length, unit: 'rows' };
    const original = originalOf(echo);
    if (earlier.size > 0 && earlier.has(hashOf(echo))) known.add(echo);
    else if (original) originals.set(echo, original);
  }
  return { known, originals };
}

/** The changed echo as another version of the fact that it comes from: with its id, author and time. */
export function asVersionOf({ fact }: StoredFact, { content }: Fact): Fact {
  return { ...withoutEdit(fact), content };
}

/**
 * Returns a function that finds the fact that an echo in other words comes from: of the same level, domain and module,
 * the one that begins most like it. The first line must be the same, or half of the longer text. undefined: there is
 * none, or there are two.
 *
 * Example: "The bridge is closed until May." comes from "The bridge is closed." and not from "The bridge is old."
 */
function findOriginal(echoes: readonly Fact[], held: readonly StoredFact[]): (echo: Fact) => StoredFact | undefined {
  const groups = new Map<string, StoredFact[]>(echoes.map((echo) => [labelsOf(echo), []]));
  for (const stored of held) groups.get(labelsOf(stored.fact))?.push(stored);
  for (const group of groups.values()) group.sort((a, b) => (a.fact.content < b.fact.content ? -1 : 1));
  return (echo) => {
    const group = groups.get(labelsOf(echo)) ?? [];
    // In the order of the alphabet, what begins most like the echo stands right before or after it.
    const place = placeOf(group, echo.content);
    let best: StoredFact | undefined;
    let longest = 0;
    for (const stored of group.slice(Math.max(0, place - 2), place + 2)) {
      const length = sharedStart(stored.fact.content, echo.content);
      if (length > longest) best = stored;
      else if (length === longest) best = undefined;
      longest = Math.max(longest, length);
    }
    return best && isAlike(best.fact.content, echo.content, longest) ? best : undefined;
  };
}

function labelsOf({ level, domain, module }: Fact): string {
  return JSON.stringify([level, domain, module]);
}

/** How many of these facts, which are sorted, come before the content. */
function placeOf(sorted: readonly StoredFact[], content: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as StoredFact).fact.content < content) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function isAlike(one: string, other: string, shared: number): boolean {
  const [[line = ''], [otherLine]] = [one.split('\n', 1), other.split('\n', 1)];
  return shared * 2 >= Math.max(one.length, other.length) || (line !== '' && line === otherLine);
}

/**
 * Returns a function that says whether an incident is one of these that came back: our peer id stands before its title,
 * and one with its id, or with its title and time, is here.
 */
export function incidentEchoes(peerId: string, here: () => readonly StoredIncident[]): (incident: Incident) => boolean {
  const mark = `[P2P:${peerId}] `;
  let known: ReadonlySet<string> | undefined;
  return ({ id, title, createdAt }) => {
    if (!title.startsWith(mark)) return false;
    known ??= new Set(here().flatMap(({ statements }) => statements.flatMap(({ incident }) => namesOf(incident))));
    let plain = title;
    while (plain.startsWith(mark)) plain = plain.slice(mark.length);
    return namesOf({ id, title: plain, createdAt }).some((name) => known?.has(name));
  };
}

/** By these an incident is known again: its id, and its title with its time, however that time is written. */
function namesOf({ id, title, createdAt }: Pick<Incident, 'id' | 'title' | 'createdAt'>): readonly string[] {
  return [JSON.stringify([id]), JSON.stringify([title, `${parseTime(createdAt)}`])];
}
