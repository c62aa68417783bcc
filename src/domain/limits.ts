/** Upper bounds on what is read (PROTOCOL "Limits"). Lengths of texts are in UTF-16 units if nothing else is said. */
export const LIMITS = {
  textBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  facts: 500_000,
  incidents: 100_000,
  genes: 10_000,
  backups: 10_000,
  /** UTF-8 bytes of a content, a title or a description. */
  contentBytes: 1024 * 1024,
  /** Any other text: id, domain, module, source, genome hash and so on. */
  word: 512,
  nodeName: 128,
  /** Objects and lists inside each other. */
  depth: 64,
  mitreTechniques: 1_000,
  receipts: 1_000,
  /** Versions that one edit replaces. */
  edits: 1_000,
} as const;
