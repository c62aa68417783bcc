import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

const PATH = [resolve('node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);

/** Runs a program, ours or the system's, shows what it prints while it prints it, and also returns its stdout. It gets no stdin. */
export function runCommand(
  command: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly stdout: string }> {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, { env: { ...process.env, PATH }, stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.on('error', fail);
    child.on('close', (code) => settle({ code, stdout: Buffer.concat(chunks).toString() }));
  });
}
