import { describe, expect, it } from 'vitest';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { Way } from '../../../wire/replying.ts';
import { fitOf, fittingLength } from './fits.ts';
import { withoutPending, withPending } from './optimistic.ts';
import { refusalOf } from './use-files.ts';
import { afterSpent, firstVoice, voiceOf, voicesOf } from './voices.ts';

function way(key: string, change: Partial<Way> = {}): Way {
  return {
    key,
    kind: 'reply',
    threadId: 't',
    inReplyTo: null,
    reach: 'owned_public',
    channel: 'lab',
    inboxId: 'i',
    label: key,
    limit: { max: 10, unit: 'utf16' },
    attachments: { max: 1, maxBytes: 1_000, types: ['image/*'], withText: true, alt: false },
    isOpen: true,
    closedBecause: null,
    closesAt: null,
    freeUntil: null,
    isOnce: false,
    speaksAs: null,
    isElsewhere: false,
    isHumanOnly: false,
    elsewhere: null,
    takesTemplates: false,
    choices: null,
    ...change,
  };
}

describe('voices', () => {
  const both = { send: true, note: true };
  it('has a tab for each way and one for the note', () => {
    const voices = voicesOf([way('a'), way('b', { reach: 'owned_private' }), way('c', { reach: 'earned' })], both);
    expect(voices.map(({ audience }) => audience)).toEqual(['public', 'private', 'public', 'note']);
    expect(voices.map(({ needsChannel }) => needsChannel)).toEqual([false, false, true, false]);
  });

  it.each([
    { when: 'the first is closed', ways: [way('a', { isOpen: false }), way('b')], begins: 'b' },
    { when: 'all are closed, so that the reason is read', ways: [way('a', { isOpen: false })], begins: 'a' },
    { when: 'there is none', ways: [], begins: 'note' },
  ])('begins at $begins when $when', ({ ways, begins }) => {
    expect(firstVoice(voicesOf(ways, both))?.key).toBe(begins);
  });

  it.each([
    { when: 'another private way is open', ways: [way('dm', { reach: 'owned_private' })], goesOn: 'dm' },
    { when: 'only the public one is open', ways: [way('all')], goesOn: 'once' },
  ])('after a private answer that may be given once, it goes on at $goesOn when $when', ({ ways, goesOn }) => {
    const once = way('once', { reach: 'owned_private', isOnce: true, isOpen: false });
    const voices = voicesOf([...ways, once], both);
    const chosen = voices.find(({ key }) => key === 'once') ?? null;
    expect(afterSpent(voices, chosen, 'once')?.key).toBe(goesOn);
    expect(afterSpent(voices, chosen, null)?.key).toBe('once');
  });

  it('goes on in private when the person wrote another comment meanwhile, which is the one answered in private now', () => {
    const newest = way('private_reply:b', { kind: 'private_reply', reach: 'owned_private' });
    const voices = voicesOf([way('reply:t'), newest], both);
    expect(voiceOf(voices, 'private_reply:a')?.key).toBe('private_reply:b');
    expect(voiceOf(voices, 'reply:t')?.key).toBe('reply:t');
    expect(voiceOf(voices, 'reply:gone')).toBeNull();
    expect(voiceOf(voices, null)).toBeNull();
  });

  it('offers no answer to somebody who may only write notes', () => {
    expect(voicesOf([way('a')], { send: false, note: true }).map(({ key }) => key)).toEqual(['note']);
  });
});

describe('fits', () => {
  it.each([
    { text: 'Hello', limit: { max: 10, unit: 'utf16' as const }, used: 5, over: 0 },
    { text: '👩‍👩‍👧 hi', limit: { max: 3, unit: 'graphemes' as const }, used: 4, over: 1 },
    {
      text: 'жжж',
      limit: { max: 300, unit: 'graphemes' as const, also: { max: 4, unit: 'utf8-bytes' as const } },
      used: 6,
      over: 2,
    },
  ])('$text uses $used', ({ text, limit, used, over }) => {
    expect(fitOf(text, limit)).toMatchObject({ used, over });
  });

  it.each([
    { text: 'Hello world', limit: { max: 5, unit: 'utf16' as const }, goes: 'Hello' },
    { text: 'Hello', limit: { max: 5, unit: 'utf16' as const }, goes: 'Hello' },
    { text: 'a👩‍👩‍👧b', limit: { max: 4, unit: 'utf16' as const }, goes: 'a' },
    {
      text: 'жжж',
      limit: { max: 300, unit: 'graphemes' as const, also: { max: 4, unit: 'utf8-bytes' as const } },
      goes: 'жж',
    },
  ])('of $text, $goes goes through', ({ text, limit, goes }) => {
    expect(text.slice(0, fittingLength(text, limit))).toBe(goes);
  });

  it('says nothing of a limit that is far away', () => {
    expect(fitOf('Hello', { max: 200_000, unit: 'utf16' }).isShown).toBe(false);
  });
});

it.each([
  { file: { type: 'image/png', size: 900 }, words: null },
  { file: { type: 'application/pdf', size: 900 }, words: /cannot go this way/ },
  { file: { type: 'image/png', size: 2_000 }, words: /too large/ },
])('$file.type of $file.size bytes', ({ file, words }) => {
  const said = refusalOf(file, way('a').attachments);
  if (words) expect(said).toMatch(words);
  else expect(said).toBeNull();
});

it('shows what is on its way once, and takes it back', () => {
  const detail = { messages: [] as unknown } as ConversationDetail;
  const said = {
    id: 'm1',
    text: 'Hi',
    way: way('a'),
    author: { id: 'me', name: 'Maja' },
    files: [],
    at: '2026-11-22T12:00:00Z',
  };
  const pending = withPending(withPending(detail, said), said);
  expect(pending.messages).toMatchObject([{ id: 'm1', direction: 'outbound', delivery: 'queued', text: 'Hi' }]);
  expect(withoutPending(pending, 'm1').messages).toEqual([]);
});
