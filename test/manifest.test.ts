/** The manifest of the built app: what systems ask of an app that is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Picture {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly form_factor?: string;
  readonly label?: string;
}

const manifest = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8'));
const pictures: readonly Picture[] = [
  ...manifest.icons,
  ...manifest.screenshots,
  ...manifest.shortcuts.flatMap(({ icons }: { icons: Picture[] }) => icons),
];

/** Width and height are in the first chunk of a PNG (RFC 2083, 4.1.1). */
function sizeOf(png: Buffer): string {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

describe('the manifest', () => {
  it.for(pictures.filter(({ type }) => type === 'image/png'))('states the true size of $src', ({ src, sizes }) => {
    expect(sizeOf(readFileSync(`dist/${src}`))).toBe(sizes);
  });

  it('names only pictures that exist', () => {
    expect(pictures.filter(({ src }) => !existsSync(`dist/${src}`))).toEqual([]);
  });

  it('has the icons that an installed app needs: 192 and 512 pixels, and a maskable one', () => {
    const sizes = manifest.icons.map(
      (icon: Picture & { purpose?: string }) => `${icon.sizes} ${icon.purpose ?? 'any'}`,
    );
    expect(sizes).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
  });

  it('has a narrow and a wide screenshot, each below 80 kB', () => {
    expect(manifest.screenshots.map(({ form_factor }: Picture) => form_factor).sort()).toEqual(['narrow', 'wide']);
    for (const { src } of manifest.screenshots) expect(readFileSync(`dist/${src}`).length).toBeLessThan(80_000);
  });

  it('has only addresses below its own folder, wherever that is', () => {
    const base = 'https://somewhere.example/some/path/';
    const addresses = [
      manifest.start_url,
      manifest.scope,
      manifest.share_target.action,
      ...manifest.shortcuts.map(({ url }: { url: string }) => url),
      ...manifest.file_handlers.map(({ action }: { action: string }) => action),
      ...pictures.map(({ src }) => src),
    ];
    for (const address of addresses) expect(new URL(address, `${base}manifest.webmanifest`).href).toContain(base);
  });

  it('opens the files that Synapse reads', () => {
    const opened = manifest.file_handlers.flatMap(({ accept }: { accept: object }) => Object.values(accept).flat());
    expect(opened).toEqual(expect.arrayContaining(['.json', '.jsonl.gz', '.gz', '.age', '.txt']));
    expect(manifest.share_target).toMatchObject({ method: 'POST', enctype: 'multipart/form-data' });
  });
});
