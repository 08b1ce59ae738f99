import { describe, expect, it } from 'vitest';
import { inPieces } from './in-pieces.ts';

const many = Array.from({ length: 600 }, (_, nth) => nth);

describe('rows that are asked for in pieces', () => {
  it.each([
    [0, []],
    [1, [1]],
    [250, [250]],
    [251, [250, 1]],
    [600, [250, 250, 100]],
  ])('%i rows come as pieces of %j, in their order', async (count, sizes) => {
    const seen: number[] = [];
    const results = await inPieces(many.slice(0, count), async (piece) => {
      seen.push(...piece);
      return piece.length;
    });
    expect(results).toEqual(sizes);
    expect(seen).toEqual(many.slice(0, count));
  });

  it('do not wait for one another, and keep their order whichever is answered first', async () => {
    const answers: (() => void)[] = [];
    const first = inPieces(many, (piece) => {
      const { promise, resolve } = Promise.withResolvers<number>();
      answers.push(() => resolve(piece[0] ?? -1));
      if (answers.length === 3) for (const answer of answers.toReversed()) answer();
      return promise;
    });
    expect(await first).toEqual([0, 250, 500]);
  });

  it('stop at the first that fails, once those on their way are answered', async () => {
    const ends: string[] = [];
    let fail = (_error: Error) => {};
    const all = inPieces(many, async (piece) => {
      if (piece[0] === 0) return new Promise<void>((_, reject) => (fail = reject));
      ends.push(`asked ${piece[0]}`);
      fail(new Error('broken'));
      await Promise.resolve();
      ends.push(`answered ${piece[0]}`);
    });
    await expect(all).rejects.toThrow('broken');
    expect(ends).toEqual(['asked 250', 'answered 250']);
  });
});
