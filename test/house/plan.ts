/** Who may import what (DESIGN section 3), as a table. A folder ends with a slash; a name without one is a file or a package. */
export interface Room {
  readonly place: string;
  /** May be imported, as value or as type. */
  readonly values: readonly string[];
  /** Only by `import type`. */
  readonly types?: readonly string[];
  /** Only by `await import()`, so that whoever does not need it never loads it. */
  readonly onDemand?: readonly string[];
}

/** What every room of the screens may import beside the floors of `src/ui`. */
const UI_OUTSIDE = ['src/carry/', 'src/domain/', 'preact', 'diff'];
/** The floors of `src/ui`, from the ground up. A room imports its own and those below, never a neighbour on its floor. */
const UI_ROOMS: readonly (readonly string[])[] = [
  ['src/ui/words/'],
  ['src/ui/hooks/'],
  ['src/ui/parts/'],
  ['src/ui/preview/', 'src/ui/restore/', 'src/ui/practice/'],
  ['src/ui/screens/'],
  ['src/ui/app/', 'src/ui/style/'],
];
const UI_FLOORS: readonly Room[] = UI_ROOMS.flatMap((rooms, floor) =>
  rooms.map((place) => ({
    place,
    values: [place, ...UI_ROOMS.slice(0, floor).flat(), ...UI_OUTSIDE],
    types: ['src/peer-api.ts'],
  })),
);

export const PLAN: readonly Room[] = [
  { place: 'src/domain/', values: ['src/domain/'] },
  { place: 'src/wire/', values: ['src/wire/', 'src/domain/', 'canonicalize', '@noble/hashes'] },
  { place: 'src/store/', values: ['src/store/', 'src/domain/', 'idb'] },
  {
    place: 'src/service/',
    values: ['src/service/', 'src/domain/', 'src/wire/', 'src/store/', 'src/peer-api.ts'],
    onDemand: ['@noble/ed25519', '@scure/bip39', 'age-encryption'],
  },
  { place: 'src/carry/', values: ['src/carry/'] },
  ...UI_FLOORS,
  { place: 'src/peer-api.ts', values: [], types: ['src/domain/', 'comlink'] },
  {
    place: 'src/peer-client.ts',
    // The worker's address, never its code.
    values: ['comlink', 'src/trusted-url.ts', 'workers/peer.worker.ts?worker&url'],
    types: ['src/peer-api.ts', 'src/domain/'],
  },
  { place: 'src/trusted-url.ts', values: [] },
  { place: 'src/offline.ts', values: ['workbox-window', 'src/trusted-url.ts'] },
  { place: 'src/main.tsx', values: ['preact', 'src/ui/', 'src/peer-client.ts', 'src/offline.ts'] },
  {
    place: 'workers/peer.worker.ts',
    values: ['src/service/', 'src/store/', 'comlink'],
    types: ['src/peer-api.ts', 'src/domain/'],
  },
  { place: 'workers/sw.ts', values: [] },
];

/** What a rule may not reach for: time, chance, timers, memory and screen are given to it or are none of its business. */
export const NOT_IN_DOMAIN: readonly RegExp[] = [
  /^(setTimeout|setInterval|indexedDB)$/,
  /^(Date\.now|new Date\(\)|Date\(\)|performance\.now|Math\.random|crypto\.getRandomValues|crypto\.randomUUID)$/,
  /^window\./,
  // Only what is the DOM's: a wire document is a `document` too, and has a kind, facts and the like.
  /^document\.(querySelector|querySelectorAll|getElement\w+|create\w+|\w+EventListener|body|head|documentElement|cookie|visibilityState)$/,
];

/** Lists of words, not logic: the ceiling does not hold there. */
export const CATALOGUE = 'src/ui/words/';

/** A module longer than this is read by nobody. */
export const MOST_LINES = 300;
