/** Serves the built app as `npm start` does: one server for all journeys, and one more for each test that stops it. */
import { access } from 'node:fs/promises';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    appUrl: string;
  }
}

export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await access('dist/index.html').catch(() => {
    throw new Error('Nothing is built yet: npm run build');
  });
  const server = await serveApp();
  project.provide('appUrl', server.url);
  return server.stop;
}

/** Serves the built app, or a copy of it in another folder, on a free port. */
export async function serveApp(outDir = 'dist'): Promise<Server> {
  const server = await preview({ build: { outDir }, preview: { port: 0, strictPort: false }, logLevel: 'error' });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The preview server has no address');
  return {
    url,
    stop: async () => {
      const closed = server.close();
      // A browser keeps its connections open, which a stopped process would not.
      if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
      await closed;
    },
  };
}
