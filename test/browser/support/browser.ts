/** Opens the app for the journeys: one Chromium a test file, one context a node. Contexts share the clipboard. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../chromium.ts';
import { LAST_RESORT_MS } from '../../watch/last-resort.ts';
import { watchTests } from '../../watch/watch-tests.ts';
import { changesIn } from './changes-in.ts';
import { begin } from './person.ts';

export interface Pages {
  /** A folder in which a test may put files. */
  readonly folder: string;
  /** The app in a browser of its own, with nothing in it. */
  open(url?: string): Promise<Page>;
  /** The same, on a device with so many bytes of room besides the app; `makeRoom` lifts that limit. */
  openWithRoom(bytesBesideTheApp: number): Promise<{ page: Page; makeRoom(): Promise<void> }>;
  /** A started node with the genome of test/data. */
  openNode(nodeName: string): Promise<Page>;
  /** Another page in the context of `page`, at the same address with `search`. */
  openBeside(page: Page, search: string): Promise<Page>;
  /** The app again, in a context whose page was closed. */
  reopen(context: BrowserContext): Promise<Page>;
  textOf(path: string): Promise<string>;
}

const PHONE = { width: 360, height: 740 };

/**
 * Opens what the tests of a file need, and closes it after each. A test fails if it makes no progress, if the console
 * shows an error or a warning, or if a request goes to another server.
 */
export function usePages(): Pages {
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  let browser: Browser;
  let folder = '';

  beforeAll(async () => {
    const executablePath = findChromium();
    browser = await chromium.launch({ args: [...CHROMIUM_FLAGS], ...(executablePath && { executablePath }) });
    folder = await mkdtemp(join(tmpdir(), 'synapse-journeys-'));
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0), 'the console stays clean and no request leaves').toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  watchTests(
    () => changesIn(contexts),
    (reason) => Promise.all(contexts.map((context) => context.close({ reason }))),
  );

  async function show(context: BrowserContext, url: string): Promise<Page> {
    const page = await blank(context);
    await page.goto(url);
    return page;
  }

  async function blank(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    return page;
  }

  async function newContext(url: string): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB' });
    contexts.push(context);
    context.setDefaultTimeout(LAST_RESORT_MS);
    context.on('request', (request) => {
      const { protocol, origin, href } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(url).origin) complaints.push(`a request left: ${href}`);
    });
    const { hostname, origin } = new URL(url);
    // At another address without https a page has no clipboard.
    if (hostname === 'localhost') await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    return context;
  }

  async function open(url = inject('appUrl')): Promise<Page> {
    return show(await newContext(url), url);
  }

  return {
    get folder() {
      return folder;
    },
    open,
    async openWithRoom(bytesBesideTheApp) {
      const url = inject('appUrl');
      const page = await blank(await newContext(url));
      const session = await page.context().newCDPSession(page);
      const { origin } = new URL(url);
      const quotaSize = (await bytesIn('dist')) + bytesBesideTheApp;
      // Before the first write, because an open database has its room already.
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
      await page.goto(url);
      const makeRoom = async () => void (await session.send('Storage.overrideQuotaForOrigin', { origin }));
      return { page, makeRoom };
    },
    async openNode(nodeName) {
      const page = await open();
      await begin(page, nodeName);
      return page;
    },
    openBeside: (page, search) => show(page.context(), new URL(`./${search}`, page.url().split(/[?#]/)[0]).href),
    reopen: (context) => show(context, inject('appUrl')),
    textOf: (path) => readFile(path, 'utf8'),
  };
}

/** The size of what the service worker stores: everything that was built, except the pictures of the manifest. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.endsWith('screenshots'));
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
