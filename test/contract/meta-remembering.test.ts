import { afterEach, describe, expect, it } from 'vitest';
import { createFacebook } from '../../src/connectors/facebook/index.ts';
import { createMessenger } from '../../src/connectors/messenger/index.ts';
import type { ChannelEvent } from '../../src/core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, OutgoingId } from '../../src/core/ids.ts';
import type { Remembered } from '../../src/simulators/network.ts';
import { ida, oskar } from './lab.ts';
import { type Lists, MINUTE_MS, openLists } from './meta-lists.ts';
import { credentials, type Meta, openMeta, PAGE_ID } from './meta-world.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function openAll(create: typeof createFacebook | typeof createMessenger, streams: readonly string[]) {
  const meta = await openMeta(create);
  const lists = await openLists(meta, streams);
  closers.push(meta.close, lists.session.close);
  return { meta, lists };
}

/** What a desk that filed these tells the network of, when both are started anew. */
const rememberedOf = (heard: readonly ChannelEvent[], hidden: readonly string[]): Remembered[] =>
  heard
    .flatMap((event): Remembered[] => {
      if (event.kind === 'post')
        return [
          {
            ...common(event.thread.id, event.thread.id),
            kind: 'post',
            by: 'company',
            text: event.content.text,
            at: event.at,
          },
        ];
      if (event.kind !== 'message') return [];
      const { id, thread, author, content, sentAt, parent } = event;
      const isOurs = author.kind === 'business';
      const isOskar = author.kind === 'contact' && author.person.name === oskar.name;
      return [
        {
          ...common(thread.id, id),
          kind:
            thread.kind === 'direct'
              ? 'direct'
              : thread.kind === 'review'
                ? 'review'
                : thread.reach === 'earned'
                  ? 'elsewhere'
                  : !isOurs && id === (thread.id as string)
                    ? 'wall'
                    : 'post',
          by: isOurs ? 'company' : 'person',
          ...(isOurs && thread.kind !== 'direct' ? {} : { persona: isOskar ? oskar : ida }),
          text: content.text,
          at: sentAt,
          ...(parent ? { inReplyTo: parent } : {}),
          ...(content.rating && 'positive' in content.rating ? { isPositive: content.rating.positive } : {}),
          ...(hidden.includes(id) ? { isHidden: true } : {}),
        },
      ];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
const common = (thread: string, id: string) => ({ account: PAGE_ID, thread, id });

async function startAnew(
  before: { meta: Meta; lists: Lists },
  after: { meta: Meta; lists: Lists },
  heard: readonly ChannelEvent[],
  hidden: readonly string[] = [],
) {
  after.meta.networks[before.meta.connector.channel as 'facebook' | 'messenger'].remember(rememberedOf(heard, hidden));
  for (const [stream, cursor] of before.lists.cursors) after.lists.cursors.set(stream, cursor);
  after.meta.clock.pass(20 * MINUTE_MS);
}

describe('a network that is started anew and reminded by the desk', () => {
  it('lists nothing on the Page that was not there before, nor in another way', async () => {
    const before = await openAll(createFacebook, ['feed', 'tags']);
    const { networks } = before.meta;
    const post = networks.publishAsPage(PAGE_ID, 'Autumn');
    const say = async (persona: typeof ida, place: string, text: string) =>
      (await networks.facebook.say(persona, { place, text })).id;
    const id = await say(ida, post, 'A question');
    networks.commentAsPage(PAGE_ID, id, 'An answer');
    const spam = await say(oskar, post, 'Spam');
    await say(oskar, `wall:${PAGE_ID}`, 'On the wall');
    await say(ida, `recommend:${PAGE_ID}`, 'Good');
    await say(oskar, `discourage:${PAGE_ID}`, 'Bad');
    await say(ida, `elsewhere:${PAGE_ID}`, 'In her own place');
    const at = before.meta.clock.now();
    const target = { id: spam as ExternalMessageId, text: 'Spam', authorId: null, sentAt: at, remote: null };
    const hide = { id: 'hide' as OutgoingId, kind: 'hide', createdAt: at, attempt: 1, target } as const;
    await before.meta.connector.send(hide, credentials, PAGE_ID as ExternalAccountId);
    const heard = await before.lists.read();

    const after = await openAll(createFacebook, ['feed', 'tags']);
    await startAnew(before, after, heard, [spam]);
    expect(await after.lists.read()).toEqual([]);
    const more = await after.meta.networks.facebook.say(oskar, { place: post, text: 'Something new' });
    expect(await after.lists.read()).toMatchObject([{ kind: 'message', id: more.id }]);
  });

  it('lists the messages of its lines under their old ids', async () => {
    const before = await openAll(createMessenger, ['conversations']);
    await before.lists.read();
    await before.meta.networks.messenger.say(ida, { place: `direct:${PAGE_ID}`, text: 'Hello' });
    before.meta.networks.answerInPageInbox(PAGE_ID, ida, 'Good day');
    const heard = await before.lists.read();
    const ids = (all: readonly ChannelEvent[]) => all.flatMap((event) => (event.kind === 'message' ? [event.id] : []));

    const after = await openAll(createMessenger, ['conversations']);
    await startAnew(before, after, heard);
    // Within the overlap they are read once more, and known by their ids.
    expect(ids(await after.lists.read()).filter((id) => !ids(heard).includes(id))).toEqual([]);
    expect(await after.lists.read()).not.toContainEqual(expect.objectContaining({ kind: 'deletion' }));
  });
});
