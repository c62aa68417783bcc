import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import {
  accept,
  copy,
  dataFile,
  dataText,
  goTo,
  openFile,
  pair,
  paste,
  peer,
  region,
  save,
  type,
} from './support/person.ts';

const pages = usePages();

async function takeOut(page: Page, name: string): Promise<Locator> {
  await goTo(page, 'Peers');
  const button = peer(page, name).getByRole('button', { name: 'Take out', exact: true });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  return region(peer(page, name), 'Take out');
}

async function addFact(page: Page, content: string, domain: string, level = '1'): Promise<void> {
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await page.getByRole('textbox', { name: 'Content' }).fill(content);
  await page.getByRole('textbox', { name: 'Domain' }).fill(domain);
  await page.getByRole('combobox', { name: 'Level' }).selectOption(level);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(content).first()).toBeVisible();
}

const domain = (out: Locator, name: string) => out.getByRole('checkbox', { name, exact: true });
const copyButton = (out: Locator) => out.getByRole('button', { name: 'Copy', exact: true });

test('a person sees what a payload contains, leaves out a domain, and includes it again', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await type(alpha, await dataText('gomcp-handshake-request.json'));
  await accept(alpha);
  await openFile(alpha, dataFile('threat-actors.json'));
  await accept(alpha);
  await pair(alpha, beta);
  await addFact(alpha, 'The bridge is closed.', 'roads', '0');
  await addFact(alpha, 'How the bridge is opened.', 'roads', '3');

  const out = await takeOut(alpha, 'beta');
  await expect(out).toContainText('990 facts: 1 L0 project · 984 L1 domain · 5 genes');
  await expect(out).toContainText('1 stays here: module or snippet');
  await expect(copyButton(out)).toBeDisabled(); // 984 facts are too many for the clipboard
  await out.getByText('By domain (2)').click();
  await expect(domain(out, 'roads 1')).toBeChecked();
  await domain(out, 'threat-actor 984').uncheck();
  await expect(out).toContainText('6 facts: 1 L0 project · 5 genes');
  await expect(out).toContainText('984 stay here: left out by you');
  await expect(domain(out, 'threat-actor 984')).not.toBeChecked();
  await expect(domain(out, 'threat-actor 984')).toBeFocused();
  await expect(peer(alpha, 'beta')).toContainText('1 new for it · without threat-actor');
  await copy(alpha, out);

  await paste(beta);
  await expect(region(beta, 'Preview')).toContainText('1 new fact');
  await accept(beta);
  await copy(beta, await takeOut(beta, 'alpha'));
  await paste(alpha);
  await accept(alpha);
  await expect(region(alpha, 'Ready to be taken out')).toContainText('without threat-actor');

  await alpha.reload();
  const reopened = await takeOut(alpha, 'beta');
  await reopened.getByRole('radio', { name: 'New for beta' }).check();
  await expect(reopened).toContainText('Nothing new goes to beta.');
  await reopened.getByText('By domain (1)').click();
  await expect(domain(reopened, 'threat-actor 984')).not.toBeChecked();
  await domain(reopened, 'threat-actor 984').check();
  await expect(reopened).toContainText('984 L1 domain');
  await expect(reopened).not.toContainText('left out by you');
  await expect(peer(alpha, 'beta')).not.toContainText('without threat-actor');
  await expect(reopened.getByRole('button', { name: 'Save file' })).toBeEnabled();
  await openFile(beta, await save(alpha, reopened));
  await expect(region(beta, 'Preview')).toContainText('984 new facts');
  await accept(beta);
  await goTo(alpha, 'Journal');
  await expect(alpha.getByText('Left out of what goes to beta: threat-actor')).toBeVisible();
});

test('a list of 300 domains scrolls, works by keyboard, and is accessible at 320 px in both themes', async () => {
  const alpha = await pages.openNode('alpha');
  await type(alpha, await dataText('gomcp-handshake-request.json'));
  await accept(alpha);
  const payload = JSON.parse(await dataText('threat-actors.json'));
  const facts = payload.facts.map((fact: Record<string, unknown>, index: number) =>
    fact.is_gene ? fact : { ...fact, domain: index % 300 ? `domain-${index % 300}` : 'x'.repeat(120) },
  );
  const file = join(pages.folder, 'many-domains.json');
  await writeFile(file, JSON.stringify({ ...payload, facts }));
  await openFile(alpha, file);
  await accept(alpha);
  await alpha.setViewportSize({ width: 320, height: 740 });
  const out = await takeOut(alpha, 'sentinel-mcp');
  await out.getByText('By domain (300)').click();
  const list = out.getByRole('list').filter({ has: alpha.getByRole('checkbox') });
  await expect(list.getByRole('checkbox')).toHaveCount(300);
  expect((await list.boundingBox())?.height).toBeLessThan(370);
  const last = list.getByRole('checkbox').last();
  await last.focus();
  await alpha.keyboard.press('Space');
  await expect(peer(alpha, 'sentinel-mcp')).toContainText('without');
  await expect(last).not.toBeChecked();
  await expect(last).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const) {
    await alpha.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await complaintsOf(alpha)).toEqual([]);
  }
  expect(await alpha.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
