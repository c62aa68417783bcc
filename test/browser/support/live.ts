/** Fills a node with real threat intelligence that GoMCP wrote, two peers, conflicts and incidents. */
import type { Page } from 'playwright/test';
import { expect } from './expect.ts';
import { accept, dataFile, dataText, goTo, openFile, region, type } from './person.ts';

interface IncidentTyped {
  readonly title: string;
  readonly description: string;
  readonly severity: string;
  readonly techniques: string;
  readonly phase: string;
  readonly events: number;
}

/** Incidents as a person at a small site would write them. */
const INCIDENTS: readonly IncidentTyped[] = [
  {
    title: 'Phishing wave at the front desk',
    description: 'Three mailboxes opened the attachment before it was taken out.',
    severity: 'HIGH',
    techniques: 'T1566, T1204',
    phase: 'delivery',
    events: 3,
  },
  {
    title: 'Unknown device on the cabinet switch',
    description: 'It answered on port 22 for eleven minutes.',
    severity: 'MEDIUM',
    techniques: 'T1200',
    phase: 'installation',
    events: 11,
  },
  {
    title: 'Backups encrypted on the file server',
    description: 'Found by the night shift; the server is off the network.',
    severity: 'CRITICAL',
    techniques: 'T1486',
    phase: 'actions on objectives',
    events: 1,
  },
];

/** Brings in a trusted peer, a rejected peer, 984 facts and 40 conflicts with them, and types three incidents. */
export async function live(page: Page): Promise<void> {
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await type(page, await dataText('gomcp-handshake-request-other-genome.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(region(page, 'Preview')).toContainText('40 conflicts');
  await accept(page);
  for (const incident of INCIDENTS) await addIncident(page, incident);
}

async function addIncident(page: Page, incident: IncidentTyped): Promise<void> {
  await goTo(page, 'Incidents');
  await page.getByRole('button', { name: 'Add incident' }).click();
  const form = region(page, 'Incident');
  await form.getByRole('textbox', { name: 'Title' }).fill(incident.title);
  await form.getByRole('textbox', { name: 'Description' }).fill(incident.description);
  await form.getByRole('textbox', { name: 'MITRE ATT&CK' }).fill(incident.techniques);
  await form.getByRole('textbox', { name: 'Kill-chain phase' }).fill(incident.phase);
  await form.getByRole('spinbutton', { name: 'Events' }).fill(`${incident.events}`);
  await form.getByRole('combobox', { name: 'Severity' }).selectOption(incident.severity);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
}
