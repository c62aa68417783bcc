/**
 * `npm test`: runs every check, one step after the other, and goes on if one fails. The last line is
 * `N passed, N failed`, counted from what ran. The exit code is 1 if anything failed or nothing passed.
 */
import { checkBundleBudget } from './bundle-budget.ts';
import { provideChromium } from './chromium.ts';
import { runCommand } from './run/run-command.ts';
import { runVitest } from './run/run-vitest.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}
interface Step extends Count {
  readonly name: string;
}

const steps: Step[] = [];

await runStep('Chromium', async () => {
  // The steps below are processes of their own, which find this Chromium by the variable.
  process.env.CHROMIUM_PATH = provideChromium();
  return { passed: 0, failed: 0 };
});
await runStep('types of the page', () => succeeds('tsc', ['-p', 'tsconfig.json']));
await runStep('types of the workers', () => succeeds('tsc', ['-p', 'workers/tsconfig.json']));
await runStep('types of the tests', () => succeeds('tsc', ['-p', 'test/tsconfig.json']));
await runStep('lint', () => succeeds('biome', ['check']));
const built = await runStep('build', () => succeeds('vite', ['build']));
await runStep('bundle budget', async () => built && checkBundleBudget('dist'));
await runStep('conformance', runConformance);
await runStep('rules and browser', () => runVitest(['rules', 'browser']));
await runStep('journeys', async () => built && runVitest(['journeys']));

const passed = sum(steps.map((step) => step.passed));
const failed = sum(steps.map((step) => step.failed));
console.log('');
for (const step of steps.filter((step) => step.passed + step.failed > 0)) {
  console.log(`${step.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name}: ${counted(step)}`);
}
console.log(counted({ passed, failed }));
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;

/**
 * Runs one step and records its count. True or false counts as one test, and a step that throws has failed. Returns
 * whether nothing failed.
 */
async function runStep(name: string, run: () => Promise<boolean | Count>): Promise<boolean> {
  console.log(`\n== ${name}`);
  const result = await run().catch((error: unknown) => {
    console.log(error instanceof Error ? error.message : error);
    return false;
  });
  const count = typeof result === 'boolean' ? { passed: Number(result), failed: Number(!result) } : result;
  steps.push({ name, ...count });
  return count.failed === 0;
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  return (await runCommand(command, args)).code === 0;
}

/** Each vector counts as one test. */
async function runConformance(): Promise<Count> {
  const { code, stdout } = await runCommand('tsx', ['test/conformance.ts', 'test/vectors']);
  const lines = [...stdout.matchAll(/: (\d+) passed, (\d+) failed$/gm)];
  const passed = sum(lines.map((line) => Number(line[1])));
  const failed = sum(lines.map((line) => Number(line[2])));
  // It may also end early without a failed line, or find no vector: that is one failure.
  const failedSilently = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: failedSilently ? 1 : failed };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function counted({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}
