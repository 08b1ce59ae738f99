import { expect, it } from 'vitest';
import type { Content } from '../channel/content.ts';
import type { MessageEvent } from '../channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, ExternalThreadId } from '../ids.ts';
import { withSomething } from './wordless.ts';

const message = (content: Partial<Content>, isPartial = false): MessageEvent => ({
  kind: 'message',
  account: 'page' as ExternalAccountId,
  id: 'm1' as ExternalMessageId,
  thread: { id: 't1' as ExternalThreadId, kind: 'direct', reach: 'owned_private' },
  author: { kind: 'unknown' },
  content: { text: '', attachments: [], ...content },
  sentAt: new Date(0),
  isPartial,
});

it.each([
  ['no words', {}, 'An empty message'],
  ['blanks', { text: ' \n ' }, 'An empty message'],
  ['a blank subject', { subject: ' ' }, 'An empty message'],
  ['words', { text: 'Hello' }, undefined],
  ['a subject', { subject: 'Order 40217' }, undefined],
  ['stars', { rating: { stars: 2, of: 5 } }, undefined],
  ['markup', { html: '<p></p>' }, undefined],
  ['a tapped button', { payload: 'YES' }, undefined],
  ['a file', { attachments: [{ kind: 'image', source: { kind: 'none' }, title: 'A boot' }] }, 'A boot'],
] as const)('a message with %s', (_, content, title) => {
  const event = withSomething(message(content));
  expect(event.kind === 'message' && event.content.attachments[0]?.title).toBe(title);
});

it('what is to be asked of the network waits for its answer', () => {
  const event = message({}, true);
  expect(withSomething(event)).toBe(event);
});
