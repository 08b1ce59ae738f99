import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parse } from './parse.ts';

const US = '700000000000000001';
const DORA = '800000000000000002';
const LINE = `${US}-${DORA}`;
const receivedAt = new Date('2026-11-22T09:00:00Z');
const read = (name: string) => readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url));
/** Read from a list for the account, or told by a webhook that serves all. */
const polled = (name: string) =>
  parse(
    { source: 'mentions', headers: {}, body: read(name) },
    { account: US as ExternalAccountId, settings: {}, receivedAt },
  );
const toldBody = (body: Uint8Array) =>
  parse({ source: 'webhook', headers: {}, body }, { account: null, settings: null, receivedAt });
const told = (name: string) => toldBody(read(name));
const changed = (name: string, change: (data: Record<string, never>) => void) => {
  const body = JSON.parse(read(name).toString());
  change(body.data ?? body);
  return toldBody(new TextEncoder().encode(JSON.stringify(body)));
};

/** What makes two events one, and puts them in one place. */
function sameness(event: ChannelEvent) {
  if (event.kind !== 'message' && event.kind !== 'post') return event;
  const { kind, account, thread, author, content, permalink, remote } = event;
  const more = kind === 'message' ? [event.id, event.parent, event.sentAt, event.isPartial] : [event.at, event.counts];
  return {
    kind,
    account,
    thread: [thread.id, thread.kind, thread.reach, thread.title, thread.remote, thread.counterpart?.id],
    author: author.kind === 'contact' ? author.person : author,
    content,
    permalink: permalink?.replace(/\/(?:KettleCo|doralind|i)\//, '/'),
    remote,
    more,
  };
}

describe('what a list, the X Activity API and the Account Activity API say of one thing is one', () => {
  it.each([
    'mention',
    'mention-long',
    'reply',
    'comment',
    'quote',
    'own-post',
    'own-reply',
    'direct-message',
    'own-direct-message',
  ])('%s', (name) => {
    const wanted = polled(name).map(sameness);
    const { content, author, ...person } = wanted[0] as { content: object; author: object };
    // Of a person the sheet's short form is in the list of messages.
    const one = name.includes('direct')
      ? expect.objectContaining({ ...person, content, author: expect.objectContaining(author) })
      : wanted[0];
    expect(told(`activity-${name}`).map(sameness)).toEqual([one]);
    expect(told(`account-activity-${name}`).map(sameness)).toEqual([one]);
  });

  it('also under new names of fields, and when it was edited', () => {
    expect(told('activity-quote-new-names').map(sameness)).toEqual(polled('quote').map(sameness));
    expect(told('activity-mention-edited').map(sameness)).toEqual(polled('mention-edited').map(sameness));
  });

  it.each(['activity-direct-message-with-picture', 'account-activity-direct-message-with-picture'])('%s', (name) => {
    expect(told(name)).toMatchObject([
      {
        id: '2051000000000000202',
        thread: { id: LINE },
        content: polled('direct-message-with-picture').flatMap((one) => (one.kind === 'message' ? one.content : []))[0],
      },
    ]);
  });

  it('with the largest film', () => {
    expect(told('account-activity-mention-with-video')).toMatchObject([
      {
        content: {
          text: '@KettleCo listen to this',
          attachments: [{ kind: 'video', source: { kind: 'url', url: 'https://video.twimg.com/l.mp4' } }],
        },
      },
    ]);
  });
});

describe('what only webhooks tell', () => {
  it('is that a post of the account was deleted', () => {
    const gone = { kind: 'deletion', account: US, id: '2051000000000000010' };
    expect(told('activity-post-deleted')).toEqual([{ ...gone, at: receivedAt }]);
    expect(told('account-activity-post-deleted')).toEqual([{ ...gone, at: new Date('2026-11-20T09:20:00.000Z') }]);
  });

  it.each(['activity-direct-message-read', 'account-activity-read'])('is that the other side has read: %s', (name) => {
    const at = new Date('2026-11-20T09:21:00.000Z');
    expect(told(name)).toEqual([
      {
        kind: 'delivery',
        account: US,
        thread: LINE,
        ids: ['2051000000000000201'],
        upTo: at,
        status: 'read',
        at,
      },
    ]);
  });

  it('are encrypted messages, in the line of the two, without words', () => {
    const message = {
      kind: 'message',
      thread: { id: LINE, reach: 'owned_private', counterpart: { id: DORA } },
      content: { text: '', attachments: [{ kind: 'link', title: expect.stringContaining('encrypted') }] },
      sentAt: new Date('2026-11-20T09:20:00.000Z'),
      permalink: expect.stringContaining('x.com'),
    };
    expect(told('activity-encrypted-message')).toMatchObject([{ ...message, author: { person: { id: DORA } } }]);
    expect(told('activity-own-encrypted-message')).toMatchObject([{ ...message, author: { kind: 'business' } }]);
  });
});

describe('what is not whole', () => {
  it('is asked for where the words are cut', () => {
    expect(told('activity-mention-cut')).toMatchObject([{ kind: 'message', isPartial: true }]);
    expect(told('activity-mention-long')[0]).not.toHaveProperty('isPartial');
  });

  it('is asked for where a picture is not named beside it', () => {
    const events = changed('activity-reply', (data) => {
      (data as unknown as { includes: { media?: unknown } }).includes.media = undefined;
    });
    expect(events).toMatchObject([{ isPartial: true }]);
    expect(told('activity-reply')[0]).not.toHaveProperty('isPartial');
  });

  it('does not hide that a quote of the account may be answered', () => {
    const events = changed('activity-quote', (data) => {
      (data as unknown as { includes: { tweets?: unknown } }).includes.tweets = [];
    });
    expect(events).toMatchObject([{ kind: 'message', remote: { called: [US] } }]);
  });

  it.each(['unknown-activity-answer-without-conversation', 'unknown-account-activity-answer'])(
    'an answer without its conversation is left to polling: %s',
    (name) => {
      expect(told(name)).toMatchObject([{ kind: 'ignored', why: expect.stringContaining('polling') }]);
    },
  );

  it('one broken event costs its siblings nothing', () => {
    expect(told('account-activity-several').map(({ kind }) => kind)).toEqual(['message', 'ignored', 'ignored']);
  });

  it('several events of one request are read one by one', () => {
    const one = JSON.parse(read('activity-mention').toString()).data;
    const two = JSON.parse(read('activity-direct-message').toString()).data;
    const body = new TextEncoder().encode(JSON.stringify({ data: [one, { event_type: 'x' }, two] }));
    expect(toldBody(body).map(({ kind }) => kind)).toEqual(['message', 'ignored', 'message']);
  });
});

describe('whose it is', () => {
  it.each(['activity-mention', 'activity-direct-message', 'activity-encrypted-message'])(
    'stands in the event: %s',
    (name) => {
      const other = '700000000000000009';
      const events = changed(name, (data) => Object.assign(data, { filter: { user_id: other } }));
      expect(events.every((event) => event.kind === 'ignored' || event.account === other)).toBe(true);
    },
  );

  it.each(['activity-direct-message', 'activity-encrypted-message'])(
    'a private line of others is nobody’s here: %s',
    (name) => {
      const events = changed(name, (data) => Object.assign(data, { filter: { user_id: '700000000000000009' } }));
      expect(events).toMatchObject([{ kind: 'ignored', why: expect.stringContaining('no part') }]);
    },
  );

  it('a signed body that claims to be read from a list says nothing', () => {
    expect(told('mention')).toMatchObject([{ kind: 'ignored' }]);
    expect(told('direct-message')).toMatchObject([{ kind: 'ignored' }]);
  });
});
