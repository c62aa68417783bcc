/** Finds the Chromium that the tests run in, and installs one on a machine that has none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The file that CHROMIUM_PATH names, else a Chromium of the system, else one that Playwright downloaded before. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, chromium.executablePath()].find((path) => existsSync(path));
}

/** Finds a Chromium or installs one, and says on stdout what it does. Throws if neither works. */
export function provideChromium(): string {
  const found = findChromium();
  if (found !== undefined) {
    if (!existsSync(found)) throw new Error(`CHROMIUM_PATH names ${found}, and there is no such file.`);
    console.log(`Chromium: using ${found}.`);
    return found;
  }
  install();
  const installed = findChromium();
  if (installed === undefined) {
    throw new Error('No Chromium could be installed. Install one and name it in CHROMIUM_PATH.');
  }
  console.log(`Chromium: installed ${installed}.`);
  return installed;
}

function install(): void {
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('Chromium: none found. Installing the chromium package of this Debian.');
    // A package index that is replaced while apt reads it fails once, so this tries twice.
    if (installDebianPackage() || installDebianPackage()) return;
    console.log('Chromium: the package could not be installed.');
  }
  console.log("Chromium: downloading Playwright's own.");
  run('npx', ['playwright', 'install', 'chromium']);
}

function installDebianPackage(): boolean {
  return run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
}

function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}
