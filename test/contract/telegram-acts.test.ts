import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import { actOf, replyTo, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { BOT, openTelegram, type TelegramLab, TOKEN } from './telegram-world.ts';

let lab: TelegramLab;
beforeEach(async () => {
  lab = await openTelegram();
});
afterEach(() => lab.close());

const file = (rest: Partial<OutgoingAttachment> = {}): OutgoingAttachment => {
  const bytes = Uint8Array.from(Buffer.from('89504e470d0a1a0a', 'hex'));
  return { name: 'lid.png', mimeType: 'image/png', sizeBytes: bytes.length, read: async () => bytes, ...rest };
};
const own = (id: string, remote: unknown, at = new Date()) => ({ id, text: '', at, remote }) as never;
const accepted = async (act: Parameters<TelegramLab['send']>[0]) => {
  const outcome = await lab.send(act);
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome;
};

describe('in a group', () => {
  it('an answer shows to whom it speaks, and the talk of each person stays theirs', async () => {
    const question = await lab.hear('group', '@kettlecarebot it leaks');
    expect(question.thread).toMatchObject({ reach: 'owned_public', title: 'Kettle owners' });
    const answer = await accepted(replyTo(question, words('Which model?')));
    const mine = lab.seen().at(-1);
    expect(mine).toMatchObject({ by: 'company', inReplyTo: question.id, id: answer.id });
    await lab.network.say(oskar, { place: 'group', text: 'Mine too', inReplyTo: answer.id as string });
    expect(await lab.events()).toMatchObject([
      { thread: { id: question.thread.id }, parent: answer.id, belongsWith: [answer.id] },
    ]);
  });

  it('answers although what it answers was deleted meanwhile', async () => {
    const question = await lab.hear('group', '@kettlecarebot hello');
    await lab.network.remove?.(ida, question.id);
    await accepted(replyTo(question, words('Still here')));
  });

  it('a comment below a channel’s post stands below that post, and so does the answer', async () => {
    const post = lab.simulator.publishInChannel('The Kettle 3 is here');
    const [said] = await lab.events();
    expect(said).toMatchObject({
      kind: 'post',
      author: { kind: 'business' },
      content: { text: 'The Kettle 3 is here' },
    });
    await lab.network.say(ida, { place: 'group', text: 'In blue too?', inReplyTo: post });
    const [comment] = (await lab.events()) as MessageEvent[];
    expect(comment?.thread.id).toBe(said?.kind === 'post' ? said.thread.id : '');
    await accepted(replyTo(comment!, words('Yes')));
    expect(lab.seen().at(-1)).toMatchObject({ text: 'Yes', inReplyTo: comment?.id });
  });

  it('that has become a larger one is answered under its new id', async () => {
    const question = await lab.hear('group', '@kettlecarebot hello');
    const moved = lab.simulator.growGroup();
    expect(await lab.events()).toMatchObject([{ kind: 'notice', detail: expect.stringContaining('larger') }]);
    expect(await lab.send(replyTo(question, words('Hello there')))).toMatchObject({
      kind: 'accepted',
      id: `${moved}:1`,
      remote: { chat: String(moved) },
    });
  });
});

describe('files', () => {
  it.each<[string, OutgoingAttachment[], string[]]>([
    ['a picture', [file()], ['lid.png']],
    [
      'two pictures and a film',
      [file(), file({ name: 'b.jpg', mimeType: 'image/jpeg' }), file({ name: 'c.mp4', mimeType: 'video/mp4' })],
      ['lid.png', 'b.jpg', 'c.mp4'],
    ],
    [
      'a picture beside an invoice',
      [file(), file({ name: 'i.pdf', mimeType: 'application/pdf' })],
      ['lid.png', 'i.pdf'],
    ],
    ['a moving picture', [file({ name: 'a.gif', mimeType: 'image/gif' })], ['a.gif']],
    ['a song', [file({ name: 'a.mp3', mimeType: 'audio/mpeg' })], ['a.mp3']],
  ])('%s arrives', async (_, attachments, names) => {
    const question = await lab.hear('direct', 'Which?');
    const outcome = await accepted(replyTo(question, { text: 'This', attachments }));
    expect(lab.seen().flatMap(({ files = [] }) => files)).toEqual(names);
    // An album is deleted whole.
    await lab.send(actOf('delete', question, own(outcome.id as string, outcome.remote), '', null));
    expect(lab.seen().filter(({ by, isDeleted }) => by === 'company' && !isDeleted)).toEqual([]);
  });

  it('their words can be changed', async () => {
    const question = await lab.hear('direct', 'Which?');
    const { id, remote } = await accepted(replyTo(question, { text: 'This', attachments: [file()] }));
    const ours = own(id as string, remote);
    expect(await lab.send(actOf('edit', question, ours, 'That', null))).toEqual({ kind: 'accepted' });
    expect(lab.seen().at(-1)?.text).toBe('That');
    expect(await lab.send(actOf('edit', question, ours, 'That', null))).toEqual({ kind: 'accepted' });
    expect(await lab.send(actOf('edit', question, ours, 'x'.repeat(1_025), null))).toMatchObject({
      reason: 'too_long',
    });
  });

  it.each<[string, string, OutgoingAttachment[], string]>([
    ['more words than fit beside a file', 'x'.repeat(1_025), [file()], 'too_long'],
    ['eleven files', 'Here', Array.from({ length: 11 }, () => file()), 'bad_attachment'],
    ['a file over 50 MB', 'Here', [file({ sizeBytes: 50_000_001 })], 'bad_attachment'],
  ])('%s are refused before anything is sent', async (_, text, attachments, reason) => {
    const question = await lab.hear('direct', 'Which?');
    expect(await lab.send(replyTo(question, { text, attachments }))).toMatchObject({ kind: 'refused', reason });
    expect(lab.seen()).toHaveLength(1);
  });

  it('of a customer are fetched by their id, and no address with the token leaves the connector', async () => {
    const bytes = new TextEncoder().encode('a picture');
    await lab.network.say(ida, {
      place: 'direct',
      text: 'Look',
      attachment: { name: 'zip.png', mimeType: 'image/png', bytes },
    });
    const [event] = (await lab.events()) as MessageEvent[];
    const source = event?.content.attachments[0]?.source;
    expect(JSON.stringify(event)).not.toContain(TOKEN);
    if (source?.kind !== 'ask') throw new Error(JSON.stringify(source));
    const place = await lab.connector.media?.(source.id, lab.credentials, BOT);
    expect(place).toEqual({ bytes });
    expect(await lab.connector.media?.('AgACnobody', lab.credentials, BOT)).toBeNull();
    lab.network.faults.isTokenRevoked = true;
    const failure = await lab.connector.media?.(source.id, lab.credentials, BOT).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'needs_login' });
    expect(String((failure as Error).message)).not.toContain(TOKEN);
  });
});

describe('answers to tap', () => {
  const choices = ['⭐ 5', 'Είμαι πολύ ευχαριστημένη με την απάντησή σας, ευχαριστώ'];

  it.each(['webhook', 'poll'] as const)(
    'come back as what the person saw, and stop turning: by %s',
    async (receive) => {
      await lab.close();
      lab = await openTelegram(receive);
      const question = await lab.hear('direct', 'Thanks');
      const { id } = await accepted(replyTo(question, { ...words('How was it?'), choices }));
      for (const choice of choices) {
        lab.simulator.tapButton(ida, id as string, choice);
        expect(await lab.events()).toMatchObject([
          {
            kind: 'message',
            author: { kind: 'contact' },
            thread: { id: question.thread.id },
            content: { text: choice, quotes: id },
          },
        ]);
      }
      await expect.poll(() => lab.simulator.turning.size).toBe(0);
    },
  );

  it.each<[string, readonly string[], OutgoingAttachment[]]>([
    ['eleven of them', Array.from({ length: 11 }, (_, at) => `${at}`), []],
    ['an empty one', [' '], []],
    ['some with an album', ['Yes'], [file(), file()]],
  ])('%s: refused in words', async (_, offered, attachments) => {
    const question = await lab.hear('direct', 'Thanks');
    expect(await lab.send(replyTo(question, { text: 'How?', attachments, choices: offered }))).toMatchObject({
      kind: 'refused',
      detail: expect.stringMatching(/\w+ \w+/),
    });
  });
});

describe('people', () => {
  it('who blocked the bot are out of reach, and it is told', async () => {
    const question = await lab.hear('direct', 'Bye');
    lab.simulator.block(ida, true);
    expect(await lab.events()).toMatchObject([
      { kind: 'notice', thread: question.thread.id, detail: expect.stringContaining('blocked') },
    ]);
    expect(await lab.send(replyTo(question, words('Wait')))).toMatchObject({
      kind: 'refused',
      reason: 'person_unavailable',
    });
  });

  it('change what they wrote, and react to what we wrote', async () => {
    const question = await lab.hear('direct', 'Helo');
    const { id } = await accepted(replyTo(question, words('Hello')));
    await lab.network.edit?.(ida, question.id, 'Hello');
    await lab.network.react?.(ida, id as string, '❤');
    await lab.network.react?.(ida, id as string, '');
    expect(await lab.events()).toMatchObject([
      { kind: 'edit', id: question.id, content: { text: 'Hello' } },
      { kind: 'reaction', target: id, reaction: '❤', isRemoved: false },
      { kind: 'reaction', target: id, reaction: '❤', isRemoved: true },
    ]);
  });

  it('are looked up by their number', async () => {
    const question = await lab.hear('direct', 'Hello');
    const id = question.author.kind === 'contact' ? question.author.person.id : '';
    expect(await lab.connector.lookups?.person?.(id, lab.credentials, BOT)).toMatchObject({ id, name: ida.name });
    expect(await lab.connector.lookups?.person?.('42', lab.credentials, BOT)).toBeNull();
  });
});

describe('what Telegram refuses', () => {
  it('waits as long as Telegram says', async () => {
    const question = await lab.hear('direct', 'Hello');
    lab.network.faults.rateLimit = 1;
    expect(await lab.send(replyTo(question, words('Hi')))).toMatchObject({ kind: 'try_later', afterMs: 14_000 });
  });

  it('a lost answer to a like, an edit or a deletion is simply tried again', async () => {
    const question = await lab.hear('direct', 'Hello');
    const { id, remote } = await accepted(replyTo(question, words('Hi')));
    lab.network.faults.failAfterAccept = 1;
    for (const kind of ['like', 'edit', 'delete'] as const) {
      const act = actOf(kind, question, own(id as string, remote), 'Hi!', null);
      expect(await lab.send(act), kind).toMatchObject({ kind: 'try_later' });
      lab.network.faults.failAfterAccept = 0;
      expect(await lab.send(act), kind).toEqual({ kind: 'accepted' });
      lab.network.faults.failAfterAccept = 1;
    }
  });

  it('a token of another bot sends nothing', async () => {
    const question = await lab.hear('direct', 'Hello');
    const other = { ...lab.credentials, botToken: TOKEN.replace('123456789', '987654321') };
    expect(await lab.connector.send(replyTo(question, words('Hi')), other, BOT)).toMatchObject({
      reason: 'needs_login',
    });
  });
});
