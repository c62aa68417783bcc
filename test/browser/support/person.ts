/** What a person does on the screens, by the accessible names of ARCHITECTURE "Screens". */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { expect } from './expect.ts';

const DATA = new URL('../../data/', import.meta.url).pathname;
export const dataFile = (name: string): string => `${DATA}${name}`;
export const dataText = (name: string): Promise<string> => readFile(dataFile(name), 'utf8');

export const GENOME_HASH = '38063b8cd2c9c6444729a7684906026f389c7922f5b5bad5ab35ba21e9e5fb91';

export async function start(page: Page, nodeName: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Node name' }).fill(nodeName);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('button', { name: 'New handshake' })).toBeVisible();
}

export async function goTo(page: Page, screen: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name: screen, exact: true });
  await link.click();
  // The address changes at once, the screen a moment later. Until then keys reach the screen before.
  await expect(link).toHaveAttribute('aria-current', 'page');
}

export async function openGenome(page: Page, file = dataFile('genome.json')): Promise<void> {
  await goTo(page, 'Node');
  await page.getByLabel('Open genome file').setInputFiles(file);
  await expect(page.getByRole('textbox', { name: 'Genome hash' })).not.toHaveValue('');
}

/** A node with a name and the genome of test/data, on its Exchange screen. */
export async function begin(page: Page, nodeName: string): Promise<void> {
  await start(page, nodeName);
  await openGenome(page);
  await goTo(page, 'Exchange');
}

/** Puts a text on the clipboard, as another app would. */
export async function fillClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
}

/** Presses Paste, which reads the real clipboard. */
export async function paste(page: Page): Promise<void> {
  await goTo(page, 'Exchange');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Paste' }).click();
}

/** Types a text into the Payload box and presses Read. */
export async function type(page: Page, text: string): Promise<void> {
  await goTo(page, 'Exchange');
  await page.getByRole('textbox', { name: 'Payload' }).fill(text);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
}

export async function openFile(page: Page, file: string): Promise<void> {
  await goTo(page, 'Exchange');
  await page.getByLabel('Open file').setInputFiles(file);
}

export function region(page: Page | Locator, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

export async function accept(page: Page): Promise<void> {
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(region(page, 'Preview')).toHaveCount(0);
}

/** Presses Copy in a region, which fills the real clipboard. */
export async function copy(page: Page, from: Locator): Promise<void> {
  await page.bringToFront();
  await from.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /copied/i })
      .first(),
  ).toBeVisible();
}

/** Presses Save file in a region. Returns the path of the downloaded file. */
export async function save(page: Page, from: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await from.getByRole('button', { name: 'Save file' }).click();
  return (await download).path();
}

export function refusal(page: Page): Locator {
  return page.getByRole('alert');
}

export function peer(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true });
}

/** Pairs two nodes over the real clipboard: a handshake there, the reply back. Both are VERIFIED after it. */
export async function pair(alice: Page, bob: Page): Promise<void> {
  await goTo(alice, 'Exchange');
  await alice.getByRole('button', { name: 'New handshake' }).click();
  await copy(alice, region(alice, 'Handshake'));
  await paste(bob);
  await accept(bob);
  await copy(bob, region(bob, 'Reply'));
  await paste(alice);
  await accept(alice);
}

/** The facts of a payload by id, as written in its text. */
export function factsOf(text: string): ReadonlyMap<string, Record<string, unknown>> {
  const { facts } = JSON.parse(text) as { facts: Record<string, unknown>[] };
  return new Map(facts.map((fact) => [fact.id as string, fact]));
}

/** Sets the peer timeout: a peer that is silent for so long expires. */
export async function setPeerTimeout(page: Page, seconds: number): Promise<void> {
  await goTo(page, 'Node');
  await page.getByRole('combobox', { name: 'Peer timeout' }).selectOption({ label: 'Custom' });
  await page.getByRole('combobox', { name: 'Unit' }).selectOption({ label: 'seconds' });
  await page.getByRole('spinbutton', { name: 'Timeout' }).fill(`${seconds}`);
  await page.getByRole('spinbutton', { name: 'Timeout' }).press('Enter');
}
