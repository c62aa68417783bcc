/**
 * Measures what a person waits for with 100,000 facts of 500 characters (65 MB of JSON). Each time is also given as a
 * ratio to the least that any program needs: to parse the text and store it as one string.
 */
import { openDB } from 'idb';
import type { ArchivePreview, ExportedFile, Preview } from '../../src/peer-api.ts';
import { createPeerService } from '../../src/service/peer-service.ts';
import genomeText from '../data/genome.json?raw';

const COUNT = 100_000;
const output = document.querySelector('pre') as HTMLElement;
let least = 1;

/** Runs `work` and prints how long it took. 'cold' is not printed; 'least' is what all later times are divided by. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  if (what === 'cold') return result;
  if (what === 'least') least = took;
  output.textContent += `${what.padEnd(58)} ${(took / least).toFixed(2).padStart(6)} x  (${Math.round(took)} ms)\n`;
  return result;
}

/** Copies every page to another database, one after the other. */
async function copyPages(from: string): Promise<void> {
  const [source, target] = await Promise.all([
    openDB(from),
    openDB(`${from}-copy`, 1, { upgrade: (one) => void one.createObjectStore('pages', { keyPath: 'no' }) }),
  ]);
  for (const key of await source.getAllKeys('pages')) await target.put('pages', await source.get('pages', key));
  source.close();
  target.close();
}

const genome = JSON.parse(genomeText);
const words =
  'Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy eirmod tempor invidunt. '.repeat(5);
const payload = (from: number, count: number) =>
  JSON.stringify({
    version: '1.1',
    from_peer_id: 'peer_bench',
    genome_hash: genome.hash,
    facts: Array.from({ length: count }, (_, index) => ({
      id: `${(from + index).toString(16).padStart(32, '0')}`,
      content: `${from + index} ${words}`,
      level: 1,
      domain: 'bench',
      is_gene: false,
      source: 'bench',
      created_at: '2026-01-01T00:00:00.123456789Z',
    })),
    synced_at: '2026-01-01T00:00:00Z',
  });
const text = payload(0, COUNT);
output.textContent = `${COUNT.toLocaleString('en')} facts, ${(text.length / 1e6).toFixed(1)} MB\n`;

// The first pass is a warm-up, because disks and parsers are slower when they are cold.
for (const what of ['cold', 'least']) {
  await timed(what, async () => {
    JSON.parse(text);
    const db = await openDB(`bench-${what}`, 1, { upgrade: (one) => void one.createObjectStore('texts') });
    await db.put('texts', text, 'one');
    db.close();
  });
}

const name = `bench-${crypto.randomUUID()}`;
const platform = {
  now: () => Date.now(),
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  wakeAt: () => undefined,
};
const { api, close } = createPeerService(name, platform);
await api.startNode('bench');
await api.openGenome(new Blob([genomeText]));
const handshake = {
  from_peer_id: 'peer_bench',
  from_node: 'bench',
  genome_hash: genome.hash,
  timestamp: 1,
  nonce: '1',
};
const readAndAccept = async (input: string | Blob) => api.accept(((await api.read(input)) as Preview).id);
await readAndAccept(JSON.stringify(handshake));

const preview = (await timed('read 100,000 facts, to the preview', () => api.read(new Blob([text])))) as Preview;
await timed('accept them', () => api.accept(preview.id));
await timed('read the same again: everything is here', () => api.read(text));
const more = payload(COUNT, 100);
await timed('read and accept 100 more', () => readAndAccept(more));
await timed('add one fact by hand', () => api.addFact({ content: 'one', level: 1, domain: '', module: '' }));
await timed('first search', () => api.facts({ search: '99999 lorem' }, { offset: 0, limit: 50 }));
await timed('search again', () => api.facts({ search: '88888 lorem' }, { offset: 0, limit: 50 }));
await timed('a window in the middle', () => api.facts({ search: '' }, { offset: 50_000, limit: 50 }));
await timed('take out everything', () => api.takeOut('peer_bench', 'everything'));
await timed('take out what is new for the peer', () => api.takeOut('peer_bench', 'new'));
await close();
const reopened = createPeerService(name, platform);
await timed('open the node again', async () => reopened.api.wake());
await timed('read and write all pages, the least an archive could do', () => copyPages(name));
const exported = (await timed('make an archive', () => reopened.api.makeArchive(null))) as ExportedFile;
const restored = createPeerService(`${name}-restored`, platform);
const archive = (await timed('look through it', () => restored.api.openArchive(exported.file, null))) as ArchivePreview;
await timed('restore it', () => restored.api.restoreArchive(archive.id));
await restored.close();
await reopened.close();
document.title = 'done';
