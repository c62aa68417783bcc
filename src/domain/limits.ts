/** Upper bounds on what is read (DESIGN 5.1). Lengths are in characters, sizes in bytes, unless named otherwise. */
export const LIMITS = {
  textBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  facts: 500_000,
  incidents: 100_000,
  genes: 10_000,
  backups: 10_000,
  /** UTF-8 bytes of one fact's content. */
  contentBytes: 1024 * 1024,
  /** An id, domain, module, source, genome hash or any other short text. */
  word: 512,
  nodeName: 128,
  depth: 64,
  mitreTechniques: 1_000,
  receipts: 1_000,
  /** Earlier versions of one fact. */
  edits: 1_000,
} as const;
