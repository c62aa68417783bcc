/**
 * Makes a screenshot small enough to be committed: a PNG with a palette. Every pixel keeps its colour or gets one that
 * no eye can tell from it, because a screen has few colours besides the soft edges of its letters.
 */
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright';

/** A colour is a number of 24 bits, 0xBBGGRR. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly number[];
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

/** The same picture as a PNG of at most 256 colours, without transparency. Any `page` will do: it decodes the PNG. */
export async function smallPng(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, colours } = await decode(page, png);
  const palette = paletteOf(colours);
  const indexOf = new Map([...new Set(colours)].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (const [at, colour] of colours.entries()) {
    // Each row begins with the number of its filter: 0 is none.
    rows[at + Math.floor(at / width) + 1] = indexOf.get(colour) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, colour type 3: an index into the palette (PNG specification, 11.2.1).
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour & 0xff, (colour >> 8) & 0xff, colour >> 16]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function decode(page: Page, png: Buffer): Promise<Picture> {
  const { width, height, dataUrl } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('This browser cannot draw.');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const reader = new FileReader();
    // One text crosses to Node much faster than millions of numbers.
    reader.readAsDataURL(new Blob([data]));
    await new Promise((loaded) => reader.addEventListener('load', loaded));
    return { width, height, dataUrl: reader.result as string };
  }, png.toString('base64'));
  const pixels = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  // Four bytes a pixel: red, green, blue, and an opacity that is always full.
  return { width, height, colours: Array.from({ length: width * height }, (_, at) => pixels.readUIntLE(at * 4, 3)) };
}

/** The most frequent colours that differ by more than the smallest distance at which they are at most 256. */
function paletteOf(colours: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  for (let tolerance = 0; ; tolerance++) {
    const palette: number[] = [];
    for (const colour of byCount) {
      if (palette.every((chosen) => distance(chosen, colour) > tolerance)) palette.push(colour);
      if (palette.length > MOST_COLOURS) break;
    }
    if (palette.length <= MOST_COLOURS) return palette;
  }
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((chosen) => distance(chosen, colour));
  return distances.indexOf(Math.min(...distances));
}

function distance(one: number, other: number): number {
  const red = (one & 0xff) - (other & 0xff);
  const green = ((one >> 8) & 0xff) - ((other >> 8) & 0xff);
  const blue = (one >> 16) - (other >> 16);
  return Math.sqrt(red * red + green * green + blue * blue);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
