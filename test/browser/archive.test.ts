import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { allComplaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, goTo, openFile, pair, peer, region, save } from './support/person.ts';

const pages = usePages();
const PASSPHRASE = 'seven bears on the old bridge';

/** Makes an archive on the Node screen, without a passphrase if that is null. Returns the path of the saved file. */
async function makeArchive(page: Page, passphrase: string | null): Promise<string> {
  await goTo(page, 'Node');
  await page.getByRole('button', { name: 'Make an archive' }).click();
  const form = region(page, 'Make an archive');
  if (passphrase === null) await form.getByRole('radio', { name: 'Without' }).check();
  else {
    await form.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await expect(form.getByRole('button', { name: 'Make the file' })).toBeDisabled();
    await form.getByLabel('Passphrase once more').fill(passphrase);
  }
  await form.getByRole('button', { name: 'Make the file' }).click();
  return save(page, form);
}

async function expectNoComplaints(page: Page): Promise<void> {
  expect(await allComplaintsOf(page)).toEqual([]);
}

test('a person restores an archive on another phone, and the peer accepts what it sends', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await pair(alpha, beta);
  await openFile(alpha, dataFile('gomcp-handshake-request.json'));
  await accept(alpha);
  await openFile(alpha, dataFile('threat-actors.json'));
  await accept(alpha);
  await goTo(alpha, 'Node');
  const panel = region(alpha, 'Archive');
  await expect(panel).toContainText('There is no archive yet. 984 facts and 2 pairings are in no archive.');
  await alpha.getByRole('button', { name: 'Make an archive' }).click();
  await expectNoComplaints(alpha);
  await alpha.getByRole('button', { name: 'Make an archive' }).click();
  const file = await makeArchive(alpha, PASSPHRASE);
  await expect(panel).toContainText('Nothing came in since.');

  const newPhone = await pages.open();
  await newPhone.getByLabel('I have an archive').setInputFiles(file);
  const restore = region(newPhone, 'Restore');
  await restore.getByLabel('Passphrase').fill('something else');
  await restore.getByRole('button', { name: 'Open' }).click();
  await expect(newPhone.getByRole('alert')).toHaveAttribute('data-code', 'wrong-passphrase');
  await restore.getByLabel('Passphrase').fill(PASSPHRASE);
  await restore.getByRole('button', { name: 'Open' }).click();
  await expect(restore).toContainText('The archive of alpha');
  await expect(restore).toContainText('It holds 5 genes, 984 facts');
  await expectNoComplaints(newPhone);
  await restore.getByRole('button', { name: 'Restore' }).click();
  await expect(newPhone.getByRole('button', { name: 'New handshake' })).toBeVisible();
  await goTo(newPhone, 'Facts');
  await expect(newPhone.getByRole('status', { name: 'Facts found' })).toHaveText('989');
  await newPhone.getByRole('button', { name: 'Add fact' }).click();
  await newPhone.getByRole('textbox', { name: 'Content' }).fill('Written on the new phone.');
  await newPhone.getByRole('button', { name: 'Save' }).click();
  await expect(newPhone.getByRole('status', { name: 'Facts found' })).toHaveText('990');
  await newPhone.reload();
  await goTo(newPhone, 'Peers');
  await peer(newPhone, 'beta').getByRole('button', { name: 'Take out' }).click();
  const carried = await save(newPhone, region(peer(newPhone, 'beta'), 'Take out'));
  await openFile(beta, carried);
  await expect(region(beta, 'Preview')).toContainText('985 new facts');
  await accept(beta);
});

test('an archive is an age file of gzipped JSON Lines, and its trailer has their hash', async () => {
  const alpha = await pages.openNode('alpha');
  const file = await readFile(await makeArchive(alpha, PASSPHRASE));
  const path = join(pages.folder, 'alpha.age');
  await writeFile(path, file);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(PASSPHRASE);
  const decrypted: Buffer[] = [Buffer.from(await decrypter.decrypt(Uint8Array.from(file)))];
  const byAge = decryptByAge(path);
  if (byAge) decrypted.push(byAge);
  for (const packed of decrypted) {
    const text = gunzipSync(packed).toString();
    const trailerAt = text.lastIndexOf('\n', text.length - 2) + 1;
    const trailer = JSON.parse(text.slice(trailerAt));
    expect(createHash('sha256').update(text.slice(0, trailerAt)).digest('hex')).toBe(trailer.sha256);
    expect(trailer).toMatchObject({ end: true, counts: { genes: 5 } });
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({
      synapse_archive: 1,
      node_name: 'alpha',
      has_key: true,
    });
  }
});

/**
 * What the `age` program decrypts a file to; null if this machine has no such program. It asks for the passphrase on a
 * terminal, which `script` stands in for.
 */
function decryptByAge(path: string): Buffer | null {
  try {
    execFileSync('age', ['--version'], { stdio: 'ignore' });
    execFileSync('script', ['--version'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const out = `${path}.gz`;
  execFileSync('script', ['-qec', `age -d -o ${out} ${path}`, '/dev/null'], {
    input: `${PASSPHRASE}\n`,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  return Buffer.from(execFileSync('cat', [out]));
}

test('an archive opened on Exchange is recognised, and a person can go back to what it replaced', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  const file = await makeArchive(alpha, null);
  await goTo(beta, 'Facts');
  await beta.getByRole('button', { name: 'Add fact' }).click();
  await beta.getByRole('textbox', { name: 'Content' }).fill('Only here.');
  await beta.getByRole('button', { name: 'Save' }).click();
  await openFile(beta, file);
  const restore = region(beta, 'Restore');
  await expect(restore).toContainText('Here, and not in it: 1 fact.');
  await expect(restore).toContainText('It holds no key');
  await restore.getByRole('button', { name: 'Restore' }).click();
  await goTo(beta, 'Node');
  await expect(beta.getByText('What was here before the restore')).toContainText('beta');
  await expectNoComplaints(beta);
  await beta.getByRole('button', { name: 'Go back to it' }).click();
  await beta.getByRole('dialog').getByRole('button', { name: 'Go back to it' }).click();
  await expect(beta.getByRole('status').filter({ hasText: 'beta is restored' })).toBeVisible();
  await goTo(beta, 'Facts');
  await expect(beta.getByText('Only here.')).toBeVisible();
});

test('a person forgets everything on this device, after a question', async () => {
  const alpha = await pages.openNode('alpha');
  await goTo(alpha, 'Node');
  await alpha.getByRole('button', { name: 'Forget everything' }).click();
  await expect(alpha.getByRole('dialog')).toContainText('There is no archive.');
  await alpha.getByRole('dialog').getByRole('button', { name: 'Keep everything' }).click();
  await expect(alpha.getByRole('dialog')).toHaveCount(0);
  await alpha.getByRole('button', { name: 'Forget everything' }).click();
  await alpha.getByRole('dialog').getByRole('button', { name: 'Forget everything' }).click();
  await expect(alpha.getByRole('button', { name: 'Start' })).toBeVisible();
  expect(await alpha.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await alpha.reload();
  await expect(alpha.getByRole('button', { name: 'Start' })).toBeVisible();
});
