import { expect, it } from 'vitest';
import type { Preview } from '../../../wire/listening.ts';
import { merged } from './merged.ts';

const post = (n: number, isKept: boolean): Preview['items'][number] => ({
  channel: 'bluesky',
  inboxId: 'b',
  author: { name: 'Mara', handle: null, avatarUrl: null, followers: null },
  text: `post ${n}`,
  media: 0,
  permalink: `https://network.example/${n}`,
  saidAt: new Date(Date.UTC(2026, 10, 22, 12, n)).toISOString(),
  language: 'en',
  sentiment: null,
  urgency: null,
  because: [],
  needs: [],
  isKept,
  becomes: 'board',
});
const preview = (posts: readonly Preview['items'][number][], more: Partial<Preview> = {}): Preview => ({
  items: [...posts],
  looked: 100,
  passed: { noTrigger: 3, excluded: 0, language: 0, noBrand: 0 },
  nearly: [],
  asked: [],
  perDay: 2,
  usdPerDay: null,
  ...more,
});
const answered = (inboxId: string, problem: string | null = null) => ({ inboxId, found: 2, costUsd: null, problem });

it('nobody was asked: it is what the desk has', () => {
  const kept = preview([post(1, true)]);
  expect(merged(kept, [])).toBe(kept);
});

it('two networks that were asked one after the other stand beside what the desk has, which counts once', () => {
  const kept = preview([post(1, true)]);
  const one = preview([post(3, false), post(1, true)], { looked: 110, asked: [answered('b')] });
  const two = preview([post(4, false), post(3, false), post(1, true)], {
    looked: 105,
    passed: { noTrigger: 5, excluded: 1, language: 0, noBrand: 0 },
    asked: [answered('x')],
    usdPerDay: 0.4,
  });
  const all = merged(kept, [one, two]);
  expect(all.items.map(({ text }) => text)).toEqual(['post 4', 'post 3', 'post 1']);
  expect(all).toMatchObject({ looked: 115, passed: { noTrigger: 5, excluded: 1 }, usdPerDay: 0.4 });
  expect(all.asked.map(({ inboxId }) => inboxId)).toEqual(['b', 'x']);
});

it('a network that is asked again is told of by its last answer', () => {
  const kept = preview([]);
  const again = merged(kept, [
    preview([], { asked: [answered('b', 'It did not answer.')] }),
    preview([post(1, false)], { asked: [answered('b')] }),
  ]);
  expect(again.asked).toEqual([answered('b')]);
});
