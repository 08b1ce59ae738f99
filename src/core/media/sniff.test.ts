import { describe, expect, it } from 'vitest';
import { mayBeShown, sniffType } from './sniff.ts';

const bytes = (latin1: string) => Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));

describe('what bytes are', () => {
  it.each([
    { of: 'a PNG', text: '\x89PNG\r\n\x1a\n....', is: 'image/png' },
    { of: 'a JPEG', text: '\xff\xd8\xff\xe0....', is: 'image/jpeg' },
    { of: 'a WebP', text: 'RIFF....WEBPVP8 ', is: 'image/webp' },
    { of: 'a WAV, which begins like a WebP', text: 'RIFF....WAVEfmt ', is: 'audio/wav' },
    { of: 'a voice message of a phone', text: '\0\0\0\x20ftypM4A ', is: 'audio/mp4' },
    { of: 'a video', text: '\0\0\0\x20ftypisom', is: 'video/mp4' },
    { of: 'a page called picture.png', text: '<html><script>', is: null },
    { of: 'an SVG', text: '<svg xmlns=', is: null },
    { of: 'nothing', text: '', is: null },
  ])('$of: $is', ({ text, is }) => {
    expect(sniffType(bytes(text))).toBe(is);
  });

  it.each([
    ['image/png', true],
    ['IMAGE/JPEG; charset=binary', true],
    ['image/svg+xml', false],
    ['text/html', false],
    ['application/pdf', false],
    [null, false],
  ])('%s is shown: %s', (type, isShown) => {
    expect(mayBeShown(type)).toBe(isShown);
  });
});
