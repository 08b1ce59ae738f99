import { describe, expect, it } from 'vitest';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { Message } from '../../../wire/messages.ts';
import { follow, join, type Stretch } from './stretch.ts';

/** `5` is our own message of minute 5, `(5)` what somebody else said then. */
const said = (text: string): Message[] =>
  text
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => {
      const minute = Number(one.replaceAll(/[()]/g, ''));
      const sentAt = new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
      return { id: one, sentAt, isContext: one.startsWith('(') } as Message;
    });
/** `… 3 4 5 …`: there is more on both sides. */
const stretch = (text: string): Stretch => ({
  messages: said(text.replaceAll('…', '').trim().replaceAll(/\s+/g, ' ')),
  hasEarlier: text.startsWith('…'),
  hasLater: text.endsWith('…') && text !== '…',
});
const show = ({ messages, hasEarlier, hasLater }: Stretch) =>
  `${hasEarlier ? '… ' : ''}${messages.map(({ id }) => id).join(' ')}${hasLater ? ' …' : ''}`;

describe('a page and what is read afresh', () => {
  it.each([
    { what: 'a new message at the end', page: '… 3 4', read: '… 3 4 5', is: '… 3 4 5' },
    { what: 'what was read before stays above', page: '1 2 3 4', read: '… 3 4 5', is: '1 2 3 4 5' },
    { what: 'what was taken away is gone', page: '1 2 3 4', read: '… 2 4', is: '1 2 4' },
    { what: 'a message at the end that went is gone', page: '1 2 3', read: '1 2', is: '1 2' },
    {
      what: 'a window in the middle changes nothing around it',
      page: '… 1 2 3 4 5',
      read: '… 2 3 …',
      is: '… 1 2 3 4 5',
    },
    { what: 'far newer ones wait behind a gap', page: '… 1 2', read: '… 8 9', is: '… 1 2 …' },
    { what: 'far older ones are not wanted', page: '… 8 9', read: '… 1 2 …', is: '… 8 9' },
    { what: 'what others said stays', page: '(1) 2 (3) 4', read: '… 4 5', is: '(1) 2 (3) 4 5' },
    { what: 'what others said goes with what it stood beside', page: '(1) 2 (3) 4', read: '4', is: '4' },
    { what: 'what others said joins nothing', page: '… 2 (9)', read: '… 8 (9)', is: '… 2 (9) …' },
    { what: 'the first page', page: '', read: '… 1 2 …', is: '… 1 2 …' },
  ])('$what', ({ page, read, is }) => {
    expect(show(join(stretch(page), stretch(read)))).toBe(is);
  });
});

describe('a page and what was asked for beside it', () => {
  it.each([
    { what: 'earlier', page: '… 5 6', read: '… 3 4 …', is: '… 3 4 5 6' },
    { what: 'the very first', page: '… 5 6', read: '3 4 …', is: '3 4 5 6' },
    { what: 'later', page: '5 6 …', read: '… 7 8 …', is: '5 6 7 8 …' },
    { what: 'the very last', page: '5 6 …', read: '… 7 8', is: '5 6 7 8' },
    { what: 'nothing more above', page: '… 5 6 …', read: ' …', is: '5 6 …' },
    { what: 'nothing more below', page: '… 5 6 …', read: '… ', is: '… 5 6' },
    { what: 'the end again, after one was moved elsewhere', page: '… 5 6 7 8', read: '… 7', is: '… 5 6 7' },
  ])('$what', ({ page, read, is }) => {
    expect(show(join(stretch(page), stretch(read), true))).toBe(is);
  });
});

describe('a message that is only being sent', () => {
  const detail = (text: string, seq: number, base?: ConversationDetail) => {
    const { messages, ...rest } = stretch(text);
    const same = messages.map((one) => base?.messages.find(({ id }) => id === one.id) ?? one);
    return { ...rest, messages: same, seq } as ConversationDetail;
  };
  it('comes last, even where the page shows an older part', () => {
    const before = detail('… 2 3 …', 7);
    const now = detail('… 2 3 9 …', 7, before);
    expect(show(follow(stretch('… 2 3 4 5'), before, now) ?? stretch(''))).toBe('… 2 3 4 5 9');
  });
  it('goes again when the server says no', () => {
    const before = detail('… 2 3 9 …', 7);
    const now = detail('… 2 3 …', 7, before);
    expect(show(follow(stretch('… 2 3 4 5 9'), before, now) ?? stretch(''))).toBe('… 2 3 4 5');
  });
  it('is not what a reading brings', () => {
    const before = detail('… 2 3', 7);
    expect(follow(stretch('… 2 3'), before, detail('… 2 3 4', 8, before))).toBeNull();
  });
});
