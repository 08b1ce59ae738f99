import { expect, it } from 'vitest';
import type { OutgoingList } from '../../wire/replying.ts';
import { unsentByConversation } from './unsent.ts';

const act = (conversationId: string | null, state: OutgoingList['items'][number]['state'], awaitsPerson = false) =>
  ({ conversationId, state, awaitsPerson }) as OutgoingList['items'][number];

it('tells refused from unclear, and nothing of what is on its way', () => {
  const acts = [
    act('a', 'unknown', true),
    act('a', 'failed'),
    act('b', 'unknown', true),
    act('c', 'queued'),
    act(null, 'failed'),
  ];
  expect([...unsentByConversation(acts)]).toEqual([
    ['a', 'failed'],
    ['b', 'unclear'],
  ]);
});
