import { crc32, deflateSync } from 'node:zlib';
import { seeded } from './random.ts';

const WIDTH = 480;
const HEIGHT = 320;
type Colour = readonly [number, number, number];

/** A photo as customers send them, drawn: mountains, a sky, and in the middle the thing that broke. A PNG. */
export function pictureOf(seed: number): Uint8Array {
  const random = seeded(seed);
  const hue = random();
  const sky: Colour = [150 + hue * 80, 180 + hue * 40, 225 - hue * 60];
  const cloth: Colour = [30 + random() * 190, 60 + random() * 90, 60 + random() * 110];
  const ridges = [0.45, 0.6, 0.75].map((height) => ({ height, phase: random() * 9, wave: 40 + random() * 50 }));
  const raw = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const colour = clothAt(x, y, cloth) ?? landAt(x, y, ridges) ?? shade(sky, 1.1 - y / (HEIGHT * 2.5));
      const at = y * (WIDTH * 3 + 1) + 1 + x * 3;
      for (let part = 0; part < 3; part += 1) raw[at + part] = Math.min(255, Math.round(colour[part] ?? 0));
    }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDTH, 0);
  size.writeUInt32BE(HEIGHT, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(raw, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function landAt(
  x: number,
  y: number,
  ridges: readonly { readonly height: number; readonly phase: number; readonly wave: number }[],
): Colour | null {
  for (const [at, { height, phase, wave }] of [...ridges.entries()].reverse()) {
    const top = HEIGHT * height - 26 * Math.sin(x / wave + phase) - 12 * Math.sin(x / 17 + phase * 2);
    if (y > top) return shade([86, 112, 104], 1.25 - at * 0.32);
  }
  return null;
}

/** A piece of fabric with a zip that gapes. */
function clothAt(x: number, y: number, colour: Colour): Colour | null {
  const [dx, dy] = [x - WIDTH / 2, y - HEIGHT * 0.62];
  if ((dx / 150) ** 2 + (dy / 100) ** 2 > 1) return null;
  const gap = Math.max(2, 16 - Math.abs(dy - 10) / 4);
  if (Math.abs(dx) < gap) return [28, 26, 30];
  if (Math.abs(dx) < gap + 5) return Math.floor(y / 4) % 2 === 0 ? [205, 205, 210] : [120, 120, 128];
  return shade(colour, 0.9 + 0.12 * Math.sin(x / 11 + y / 23));
}

const shade = ([red, green, blue]: Colour, by: number): Colour => [red * by, green * by, blue * by];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
