import { expect, it } from 'vitest';
import { imageSize } from './image-size.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

it.each([
  ['PNG', '89504e470d0a1a0a 0000000d49484452 00000320 00000258 08', { width: 800, height: 600 }],
  ['GIF', '474946383961 2003 5802 f7', { width: 800, height: 600 }],
  ['JPEG behind an EXIF part', 'ffd8 ffe1 0006 00000000 ffc0 0011 08 0258 0320 03', { width: 800, height: 600 }],
  ['progressive JPEG', 'ffd8 ffc2 0011 08 0258 0320 03', { width: 800, height: 600 }],
  ['WebP, lossy', '52494646 00000000 57454250 56503820 00000000 300100 9d012a 2003 5802', { width: 800, height: 600 }],
  ['WebP, lossless', '52494646 00000000 57454250 5650384c 00000000 2f 1fc39500', { width: 800, height: 600 }],
  [
    'WebP, extended',
    '52494646 00000000 57454250 56503858 0a000000 10000000 1f0300 570200',
    { width: 800, height: 600 },
  ],
  ['a picture that is cut off', '89504e470d0a1a0a 0000', null],
  ['a JPEG without a frame', 'ffd8 ffd9 0000', null],
  ['nothing', '', null],
  ['text', Buffer.from('this is no picture at all, only words').toString('hex'), null],
])('%s', (_, hex, expected) => {
  expect(imageSize(bytes(hex))).toEqual(expected);
});
