/**
 * Serves the built app below a path, as a plain file server does: it sends no Content-Security-Policy and redirects
 * nothing.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Server } from './serve.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** `path` begins and ends with a slash. `host`: without https, only localhost is a secure context. */
export async function serveBelow(path: string, host = 'localhost'): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === path ? 'index.html' : pathname.slice(path.length);
    const file = pathname.startsWith(path) && request.method === 'GET' ? join('dist', normalize(`/${name}`)) : '';
    readFile(file).then(
      (bytes) => response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}${path}`,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}
