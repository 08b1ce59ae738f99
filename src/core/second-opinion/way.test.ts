import { describe, expect, it } from 'vitest';
import { questionOf, tokensOf } from './question.ts';
import { otherWay, type Parameter, STRICTEST, type Way } from './way.ts';

const told = (way: Way | null) => way && `${way.shape}, ${way.limit}, ${way.isColdest ? 'coldest' : 'as it likes'}`;

describe('another way to ask', () => {
  it.each<{ named: Parameter | null; from: Partial<Way>; to: string | null }>([
    { named: null, from: {}, to: 'json_object, max_tokens, coldest' },
    { named: 'response_format', from: {}, to: 'json_object, max_tokens, coldest' },
    { named: 'response_format', from: { shape: 'json_object' }, to: 'none, max_tokens, coldest' },
    { named: null, from: { shape: 'none' }, to: null },
    { named: 'temperature', from: {}, to: 'json_schema, max_tokens, as it likes' },
    { named: 'temperature', from: { isColdest: false }, to: 'json_object, max_tokens, as it likes' },
    { named: 'max_tokens', from: {}, to: 'json_schema, max_completion_tokens, coldest' },
    { named: 'max_completion_tokens', from: { limit: 'max_completion_tokens' }, to: 'json_schema, none, coldest' },
    { named: 'max_tokens', from: { limit: 'none', shape: 'none' }, to: null },
  ])('where $named is refused of $from: $to', ({ named, from, to }) => {
    expect(told(otherWay({ ...STRICTEST, ...from }, named))).toBe(to);
  });

  it('ends, whatever is refused', () => {
    for (const named of [null, 'temperature', 'max_tokens', 'max_completion_tokens', 'response_format'] as const) {
      let ways = 0;
      for (let way: Way | null = STRICTEST; way; way = otherWay(way, named)) ways += 1;
      expect(ways).toBeLessThanOrEqual(6);
    }
  });

  it('leaves room for what is thought where that counts, and sets as much aside', () => {
    const ask = (way: Partial<Way>) =>
      questionOf({ model: 'm', text: 'Hi', heads: ['kind'], topics: [], way: { ...STRICTEST, ...way }, mark: 'x' });
    expect(ask({})).toMatchObject({ temperature: 0, max_tokens: 200 });
    const thinking = ask({ limit: 'max_completion_tokens', isColdest: false });
    expect(thinking).toMatchObject({ max_completion_tokens: 1_000 });
    expect(thinking).not.toHaveProperty('temperature');
    expect(thinking).not.toHaveProperty('max_tokens');
    expect(ask({ limit: 'none' })).not.toHaveProperty('max_completion_tokens');
    expect(tokensOf(thinking, 'max_completion_tokens') - tokensOf(ask({}), 'max_tokens')).toBe(800);
    expect(tokensOf(ask({ limit: 'none' }), 'none')).toBe(tokensOf(thinking, 'max_completion_tokens'));
  });
});
