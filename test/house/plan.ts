/**
 * The rules of the house as tables: ARCHITECTURE "Who may import what". A name that ends with a slash is a folder,
 * another one is a file or a package.
 */
export interface Room {
  readonly place: string;
  /** What it may import as value or as type. */
  readonly values: readonly string[];
  /** What it may import as type only. */
  readonly types?: readonly string[];
  /** What it may import only with `await import()`, so that it is loaded only if it is needed. */
  readonly onDemand?: readonly string[];
}

/** What every room of `src/ui` may import from outside of it. */
const UI_OUTSIDE = ['src/carry/', 'src/domain/', 'preact', 'diff'];
/** The floors of `src/ui`, lowest first. A room imports from itself and from lower floors, not from its neighbours. */
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
    // Of the worker, only its address, never its code.
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

/** What a module of `src/domain/` may not use: time, chance, timers, storage, screen. */
export const NOT_IN_DOMAIN: readonly RegExp[] = [
  /^(setTimeout|setInterval|indexedDB)$/,
  /^(Date\.now|new Date\(\)|Date\(\)|performance\.now|Math\.random|crypto\.getRandomValues|crypto\.randomUUID)$/,
  /^window\./,
  // Only members of the DOM's document: a document of the wire is called `document` too.
  /^document\.(querySelector|querySelectorAll|getElement\w+|create\w+|\w+EventListener)$/,
  /^document\.(body|head|documentElement|cookie|visibilityState)$/,
];

/** Catalogues are lists of sentences, so they may be longer. */
export const CATALOGUE = 'src/ui/words/';

/** Lines of a module. A longer one is hard to read. */
export const MOST_LINES = 300;
