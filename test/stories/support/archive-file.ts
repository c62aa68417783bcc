/** Archives as files: made by one node, opened by another, and their lines, so that a test can change them. */
import { expect } from 'vitest';
import type { ArchivePreview, ExportedFile } from '../../../src/peer-api.ts';
import { Clock, openTab, type TestNode, taken } from './open-node.ts';

/** `passphrase`: null makes an archive that everybody can read, without the key of the node. */
export async function makeArchive(node: TestNode, passphrase: string | null): Promise<Blob> {
  return taken<ExportedFile>(await node.api.makeArchive(passphrase)).file;
}

export async function openArchive(
  node: TestNode,
  file: Blob,
  passphrase: string | null = null,
): Promise<ArchivePreview> {
  const preview = taken<ArchivePreview>(await node.api.openArchive(file, passphrase));
  expect(preview.kind).toBe('archive-preview');
  return preview;
}

/** A tab on a device that has no node yet. */
export async function openNewDevice(clock = new Clock()): Promise<TestNode> {
  return openTab(`new-device-${crypto.randomUUID()}`, clock);
}

/** The lines of an archive that was made without a passphrase. */
export async function linesOf(file: Blob): Promise<string[]> {
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return text.split('\n').filter((line) => line !== '');
}

/** An archive of these lines. */
export async function packed(lines: readonly string[]): Promise<Blob> {
  const text = new Blob([`${lines.join('\n')}\n`]);
  return new Response(text.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
