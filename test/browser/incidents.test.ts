import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { allComplaintsOf } from './support/complaints-of.ts';
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
  refusal,
  region,
  type,
} from './support/person.ts';

const pages = usePages();
const form = (page: Page) => region(page, 'Incident');
const found = (page: Page) => page.getByRole('status', { name: 'Incidents found' });
const cards = (page: Page) => page.getByRole('list', { name: 'Incidents found' }).locator(':scope > li');
const field = (page: Page, name: string) => form(page).getByRole('textbox', { name });
const filter = (page: Page, name: string) => page.getByRole('search').getByRole('combobox', { name });

async function addPhishing(page: Page): Promise<void> {
  await goTo(page, 'Incidents');
  await page.getByRole('button', { name: 'Add incident' }).click();
  await expect(field(page, 'Title')).toBeFocused();
  await field(page, 'Title').fill('Phishing wave');
  await field(page, 'Description').fill('Three mailboxes opened the attachment.');
  await field(page, 'Rule').fill('mail_burst');
  await field(page, 'MITRE ATT&CK').fill('T1566, T1204');
  await field(page, 'Kill-chain phase').fill('delivery');
  await form(page).getByRole('spinbutton', { name: 'Events' }).fill('3');
  await form(page).getByRole('combobox', { name: 'Severity' }).selectOption('HIGH');
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect(form(page)).toHaveCount(0);
}

async function changeStatus(page: Page, status: string): Promise<void> {
  await goTo(page, 'Incidents');
  await cards(page).first().getByRole('button', { name: 'Change' }).click();
  await form(page).getByRole('combobox', { name: 'Status' }).selectOption(status);
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect(form(page)).toHaveCount(0);
  await expect(cards(page).first()).toContainText(`Status: ${status}`);
}

async function carry(from: Page, to: Page, toName: string): Promise<void> {
  await goTo(from, 'Peers');
  await peer(from, toName).getByRole('button', { name: 'Take out' }).click();
  await copy(from, region(peer(from, toName), 'Take out'));
  await paste(to);
}

/** A node with two incidents that have the same id and two origins. */
async function withSameId(): Promise<Page> {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(region(page, 'Preview')).toContainText('2 new incidents');
  await accept(page);
  await goTo(page, 'Incidents');
  return page;
}

test('an incident travels; if its origin changes the status, the peer sees it and the history', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await goTo(alpha, 'Incidents');
  await expect(alpha.getByRole('heading', { name: 'No incidents' })).toBeVisible();
  await addPhishing(alpha);
  await expect(found(alpha)).toHaveText('1');
  await changeStatus(alpha, 'INVESTIGATING');
  await expect(cards(alpha).first()).toBeFocused();
  await expect(cards(alpha).first()).toContainText(/Reported by\s*this node/);

  await pair(alpha, beta);
  await carry(alpha, beta, 'beta');
  await expect(region(beta, 'Preview')).toContainText('1 new incident');
  await accept(beta);
  await goTo(beta, 'Incidents');
  const received = cards(beta).first();
  for (const text of ['HIGH', 'INVESTIGATING', 'Phishing wave', 'Three mailboxes', 'mail_burst', 'T1566, T1204']) {
    await expect(received).toContainText(text);
  }
  await expect(received).toContainText(/Reported by\s*alpha/);
  await expect(received).toContainText(/Taken in from\s*alpha/);
  await expect(received.getByRole('button', { name: 'Change' })).toHaveCount(0);
  await expect(received.getByText('History')).toHaveCount(0);

  await changeStatus(alpha, 'RESOLVED');
  await carry(alpha, beta, 'beta');
  await expect(region(beta, 'Preview')).toContainText('1 incident with news from its origin');
  await accept(beta);
  await goTo(beta, 'Incidents');
  await expect(found(beta)).toHaveText('1');
  await expect(received).toContainText('Status: RESOLVED');
  await received.getByText('History (2)').click();
  const history = received.getByRole('list').getByRole('listitem');
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText('INVESTIGATING');
  await expect(history.last()).toContainText('RESOLVED');
});

test('two incidents with the same id are listed side by side, and search and filters find each', async () => {
  const page = await withSameId();
  await expect(found(page)).toHaveText('2');
  await expect(cards(page).filter({ hasText: 'INC-2026-0001' })).toHaveCount(2);
  await expect(cards(page).filter({ hasText: /Reported by\s*peer_77aa00bb11cc22dd33ee44ff/ })).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search incidents' }).fill('ЭКСПОРТ');
  await expect(found(page)).toHaveText('1');
  await expect(cards(page)).toContainText('INVESTIGATING');
  await page.getByRole('searchbox', { name: 'Search incidents' }).fill('');
  await expect(found(page)).toHaveText('2');

  await filter(page, 'Status').selectOption('OPEN');
  await expect(found(page)).toHaveText('1');
  await expect(cards(page)).toContainText('Jailbreak campaign');
  await filter(page, 'Severity').selectOption('CRITICAL');
  await expect(found(page)).toHaveText('0');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await filter(page, 'Status').selectOption('Any');
  await filter(page, 'Kill-chain phase').selectOption('exfiltration');
  await expect(found(page)).toHaveText('1');
  await expect(cards(page)).toContainText('Экспорт данных');
});

test('a filter for a status that no incident has any more falls back to Any', async () => {
  const page = await pages.openNode('alpha');
  await addPhishing(page);
  await filter(page, 'Status').selectOption('OPEN');
  await changeStatus(page, 'FALSE_POSITIVE');
  await expect(filter(page, 'Status')).toHaveValue('');
  await expect(found(page)).toHaveText('1');
  await expect(filter(page, 'Status').getByRole('option')).toHaveText(['Any', 'FALSE_POSITIVE']);
});

test('an incident that cannot be saved is refused with the reason, and the draft stays', async () => {
  const page = await pages.openNode('alpha');
  await goTo(page, 'Incidents');
  await page.getByRole('button', { name: 'Add incident' }).click();
  await field(page, 'Description').fill('nobody has named it');
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect(refusal(page)).toContainText('It has no title.');
  await field(page, 'Title').fill('Named');
  await form(page).getByRole('spinbutton', { name: 'Events' }).fill('-3');
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect(refusal(page)).toContainText('Write a whole number, zero or more.');
  await expect(field(page, 'Description')).toHaveValue('nobody has named it');
  await form(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Add incident' })).toBeFocused();
  await expect(found(page)).toHaveText('0');
});

test('the form and the history are accessible and fit 320 px in both themes', async () => {
  const page = await pages.openNode('alpha');
  await addPhishing(page);
  await changeStatus(page, 'RESOLVED');
  await cards(page).getByText('History (2)').click();
  await page.getByRole('button', { name: 'Add incident' }).click();
  await page.setViewportSize({ width: 320, height: 740 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await allComplaintsOf(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
