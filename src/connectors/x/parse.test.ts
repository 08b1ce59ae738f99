import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { parse } from './parse.ts';

const US = '700000000000000001';
const DORA = '800000000000000002';
const OUR_POST = '2051000000000000010';
const context = { account: US as ExternalAccountId, settings: {}, receivedAt: new Date('2026-11-22T09:00:00Z') };
const read = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
const events = (body: Uint8Array, headers = {}) => parse({ source: 'mentions', headers, body }, context);
const only = (name: string, headers = {}): ChannelEvent => {
  const all = events(read(name), headers);
  expect(all).toHaveLength(1);
  return all[0]!;
};
const changed = (name: string, change: (entry: Record<string, never>) => void) => {
  const entry = JSON.parse(read(name).toString());
  change(entry);
  return events(new TextEncoder().encode(JSON.stringify(entry)));
};

describe('public', () => {
  it('hears a mention with its author, place and time', () => {
    expect(only('mention')).toMatchObject({
      kind: 'message',
      account: US,
      id: '2051000000000000077',
      author: {
        kind: 'contact',
        person: { id: DORA, scope: '', name: 'Dora Lind', handle: 'doralind', followers: 61 },
      },
      thread: { id: '2051000000000000077', kind: 'post', reach: 'earned', title: '@KettleCo it leaks again' },
      content: { text: '@KettleCo it leaks again', attachments: [] },
      sentAt: new Date('2026-11-20T09:15:02.000Z'),
      permalink: 'https://x.com/doralind/status/2051000000000000077',
      remote: { id: '2051000000000000077', author: DORA, called: [US] },
    });
  });

  it('hears an answer with its picture, and hangs it where it was said', () => {
    expect(only('reply')).toMatchObject({
      parent: '2051000000000000150',
      thread: { id: '2051000000000000077', reach: 'earned' },
      content: {
        text: 'any news?',
        attachments: [
          { kind: 'image', alt: 'wet table', source: { kind: 'url', url: 'https://pbs.twimg.com/media/x.jpg' } },
        ],
      },
    });
  });

  it('leaves out what no database holds, also of an address', () => {
    const [event] = changed('comment', (entry) => {
      const { urls } = (entry as unknown as { post: { entities: { urls: { expanded_url: string }[] } } }).post.entities;
      for (const url of urls) url.expanded_url += '\u0000\ud83d';
    });
    expect(JSON.stringify(event)).not.toMatch(/\\u0000|\\ud83d/);
    expect(event).toMatchObject({ kind: 'message' });
  });

  it('does not repeat the address of what is quoted', () => {
    const [event] = changed('quote', (entry) => {
      const { post } = entry as unknown as { post: { text: string } };
      post.text += ' https://t.co/quo0000001';
    });
    expect(event).toMatchObject({ content: { text: 'Do not buy this', attachments: [{ kind: 'link' }] } });
  });

  it('writes addresses out, and signs as they were typed', () => {
    expect(only('comment')).toMatchObject({
      thread: { id: OUR_POST, reach: 'owned_public' },
      content: { text: 'Where can I buy it & how much? https://kettle.example/shop?a=1&b=2' },
    });
  });

  it('knows a thread of ours by its root, however deep it hangs', () => {
    expect(only('comment-deep')).toMatchObject({ thread: { id: OUR_POST, reach: 'owned_public' } });
  });

  it('takes the largest film, and no address for it in the text', () => {
    expect(only('mention-with-video')).toMatchObject({
      content: {
        text: '@KettleCo listen to this',
        attachments: [{ kind: 'video', source: { url: 'https://video.twimg.com/l.mp4' } }],
      },
    });
  });

  it('reads a long post whole', () => {
    expect(only('mention-long')).toMatchObject({
      content: { text: expect.stringContaining('whole in the other one') },
    });
  });

  it('keeps the first name of an edited post', () => {
    const [said, edit] = events(read('mention-edited'));
    expect(said).toMatchObject({ kind: 'message', id: '2051000000000000350', remote: { id: '2051000000000000352' } });
    expect(edit).toMatchObject({
      kind: 'edit',
      id: '2051000000000000350',
      content: { text: expect.stringContaining('hisses') },
    });
  });

  it.each(['quote', 'quote-new-names'])(
    'shows what is quoted, under the old names of fields or the new: %s',
    (name) => {
      expect(only(name)).toMatchObject({
        id: '2051000000000000360',
        content: {
          attachments: [
            {
              kind: 'link',
              href: `https://x.com/KettleCo/status/${OUR_POST}`,
              title: '@KettleCo: The Kettle 3 is here',
            },
          ],
        },
        remote: { called: [US] },
      });
    },
  );

  it('knows who did not call us', () => {
    expect(only('keyword')).toMatchObject({ remote: { called: [] } });
  });

  it.each([
    ['keyword', 'listen', true],
    ['keyword', 'search', undefined],
    ['mention', 'listen', undefined],
    ['mention-long', 'listen', undefined],
    ['reply', 'listen', undefined],
    ['comment-deep', 'listen', undefined],
    ['quote', 'listen', undefined],
    ['quote-new-names', 'listen', undefined],
    ['own-reply', 'listen', undefined],
    ['own-post', 'listen', undefined],
  ])('%s, found by %s, is overheard: %s', (name, source, isOverheard) => {
    const [event] = parse({ source, headers: {}, body: read(name) }, context);
    expect((event as { isOverheard?: boolean }).isOverheard).toBe(isOverheard);
  });

  it('sees a repost of ours', () => {
    expect(only('repost')).toMatchObject({ target: OUR_POST, reaction: 'repost', by: { person: { id: DORA } } });
  });

  it('opens nothing with our own post, and gives our answer to the business', () => {
    expect(only('own-post')).toMatchObject({
      kind: 'post',
      thread: { reach: 'owned_public' },
      counts: { reactions: 2, shares: 1 },
    });
    expect(only('own-reply')).toMatchObject({
      kind: 'message',
      author: { kind: 'business' },
      content: { text: 'Sorry! Could you DM us?' },
      parent: '2051000000000000077',
    });
  });

  it('marks what was fetched from the past', () => {
    expect(only('mention', { [HISTORY_HEADER]: 'true' })).toMatchObject({ isHistory: true });
    expect(only('mention')).not.toHaveProperty('isHistory');
  });
});

describe('direct messages', () => {
  it('are private, with the other side known, whoever writes', () => {
    const thread = { id: `${US}-${DORA}`, reach: 'owned_private', counterpart: { id: DORA } };
    expect(only('direct-message')).toMatchObject({ author: { person: { name: 'Dora Lind' } }, thread });
    expect(only('own-direct-message')).toMatchObject({ author: { kind: 'business' }, thread });
  });
  it('give their files to whoever asks with our keys', () => {
    expect(only('direct-message-with-picture')).toMatchObject({
      content: {
        text: '',
        attachments: [{ kind: 'image', source: { kind: 'ask', id: expect.stringContaining('ton.x.com') } }],
      },
    });
  });
  it('can point at a post, and stand in a group', () => {
    expect(only('direct-message-with-post')).toMatchObject({ content: { attachments: [{ kind: 'link' }] } });
    expect(only('direct-message-in-group')).toMatchObject({ thread: { title: 'A group on X' } });
  });
});

describe('what is odd', () => {
  it.each(['unknown', 'unknown-repost', 'unknown-direct-join', 'unknown-post-without-time'])(
    '%s is ignored with a reason',
    (name) => {
      expect(only(name)).toMatchObject({ kind: 'ignored', why: expect.stringMatching(/\w+ \w+/) });
    },
  );
  it('of one picture or person does not cost the words', () => {
    const [event] = changed('reply', (entry) => {
      Object.assign(entry, { includes: { users: [7, null, { id: DORA, name: 9 }], media: 'x', tweets: [{}] } });
    });
    expect(event).toMatchObject({
      author: { person: { id: DORA } },
      content: { text: 'any news?', attachments: [{ kind: 'unsupported' }] },
    });
  });
  it('numbers of 19 digits keep their digits when they come as numbers', () => {
    const body = new TextEncoder().encode(
      read('mention').toString().replaceAll('"2051000000000000077"', '2051000000000000077'),
    );
    expect(events(body)).toMatchObject([{ kind: 'message', id: '2051000000000000077' }]);
  });
  it('is everything when it is not known for whom it was read', () => {
    const entry = { source: 'mentions', headers: {}, body: read('mention') };
    expect(parse(entry, { ...context, account: null })).toMatchObject([{ kind: 'ignored' }]);
  });
  it('somebody else’s account hears it as a stranger would', () => {
    const other = { ...context, account: '700000000000000009' as ExternalAccountId };
    const entry = (name: string) => ({ source: 'mentions', headers: {}, body: read(name) });
    expect(parse(entry('own-reply'), other)).toMatchObject([{ author: { kind: 'contact' } }]);
    expect(parse(entry('mention'), other)).toMatchObject([{ remote: { called: [US] } }]);
  });
});
