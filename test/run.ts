/**
 * `npm test`: everything there is to check, one step after the other, all of them even when one fails.
 * Ends with the line `N passed, N failed`, counted from what really ran; exits 1 on any failure, and where nothing passed.
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

await step('Chromium', async () => {
  // The steps below are programs of their own; this tells them all which one to take.
  process.env.CHROMIUM_PATH = provideChromium();
  return { passed: 0, failed: 0 };
});
await step('types of the page', () => succeeds('tsc', ['-p', 'tsconfig.json']));
await step('types of the workers', () => succeeds('tsc', ['-p', 'workers/tsconfig.json']));
await step('types of the tests', () => succeeds('tsc', ['-p', 'test/tsconfig.json']));
await step('lint', () => succeeds('biome', ['check']));
const built = await step('build', () => succeeds('vite', ['build']));
await step('bundle budget', async () => built && checkBundleBudget('dist'));
await step('conformance', runConformance);
await step('rules and browser', () => runVitest(['rules', 'browser']));
await step('journeys', async () => built && runVitest(['journeys']));

const passed = sum(steps.map((one) => one.passed));
const failed = sum(steps.map((one) => one.failed));
console.log('');
for (const one of steps.filter((one) => one.passed + one.failed > 0)) {
  console.log(`${one.failed === 0 ? 'ok  ' : 'FAIL'} ${one.name}: ${counted(one)}`);
}
console.log(counted({ passed, failed }));
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;

/** Runs one step and notes its count; a plain true or false counts as one test. A step that throws failed. True where nothing failed. */
async function step(name: string, run: () => Promise<boolean | Count>): Promise<boolean> {
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
  // It may also have died between two files, or found none.
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function counted({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}
