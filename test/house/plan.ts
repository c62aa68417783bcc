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
  { place: 'src/ui/', values: ['src/ui/', 'src/carry/', 'src/domain/', 'preact', 'diff'], types: ['src/peer-api.ts'] },
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

/** A module longer than this is read by nobody. */
export const MOST_LINES = 300;
