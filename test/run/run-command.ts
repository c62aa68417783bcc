import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const PATH = [resolve('node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);

/**
 * Runs a program of node_modules or of the system, without stdin. Prints its output as it comes, and returns its stdout
 * and its exit code, which is null if a signal ended it. Rejects if the program cannot be started.
 */
export function runCommand(
  command: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly stdout: string }> {
  return new Promise((settle, reject) => {
    const child = spawn(command, args, { env: { ...process.env, PATH }, stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => settle({ code, stdout: Buffer.concat(chunks).toString() }));
  });
}
