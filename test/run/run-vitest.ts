import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

/** The part of Vitest's JSON report that is counted. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs the named projects of test/projects.ts. Counts from Vitest's JSON report, not from what it prints. */
export async function runVitest(projects: readonly string[]): Promise<{ passed: number; failed: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'synapse-test-'));
  const file = join(folder, 'report.json');
  const reporters = ['default', 'json', './test/run/silence-reporter.ts'].map((name) => `--reporter=${name}`);
  const args = ['run', ...reporters, `--outputFile.json=${file}`];
  const { code } = await runCommand('vitest', [...args, ...projects.flatMap((name) => ['--project', name])]);
  try {
    // A run that had to be ended may have written none.
    const report = await readFile(file, 'utf8').catch(() => '{ "testResults": [] }');
    return countReport(JSON.parse(report), code);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Whatever did not pass has failed, also a skipped test and a file that did not load. If Vitest exits with an error
 * that no test shows (an unhandled rejection, a setup that threw), that counts as one failure.
 */
export function countReport(report: Report, exitCode: number | null): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of report.testResults) {
    const passedInFile = assertionResults.filter((test) => test.status === 'passed').length;
    const failedInFile = assertionResults.length - passedInFile;
    passed += passedInFile;
    failed += failedInFile === 0 && status !== 'passed' ? 1 : failedInFile;
  }
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
