import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import { actOf, replyTo, words } from './acts.ts';
import { CARE, type MastodonLab, openMastodon } from './mastodon-world.ts';

let lab: MastodonLab;
beforeEach(async () => {
  lab = await openMastodon();
});
afterEach(() => lab.close());

const picture = (rest: Partial<OutgoingAttachment> = {}): OutgoingAttachment => {
  const bytes = new Uint8Array([1, 2, 3]);
  return { name: 'lid.png', mimeType: 'image/png', sizeBytes: bytes.length, read: async () => bytes, ...rest };
};
const own = (id: string, remote: unknown, text = '') => ({ id, text, at: new Date(), remote }) as never;
const accepted = async (act: Parameters<MastodonLab['send']>[0]) => {
  const outcome = await lab.send(act);
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const ours = () => lab.seen().filter(({ by, isDeleted }) => by === 'company' && !isDeleted);

describe('files', () => {
  it('are waited for while the server works on them, and keep their description', async () => {
    lab.simulator.dials.slowMedia = 3;
    const question = await lab.hear('wall', 'Which lid?');
    await accepted(
      replyTo(question, { text: 'These', attachments: [picture({ alt: 'Red' }), picture({ alt: 'Blue' })] }),
    );
    expect(ours().at(-1)?.files).toEqual(['Red', 'Blue']);
    expect(lab.pauses).toHaveLength(4);
  });

  it('that are never done are tried again later, and nothing is posted', async () => {
    lab.simulator.dials.slowMedia = 1_000;
    const question = await lab.hear('wall', 'Which lid?');
    expect(await lab.send(replyTo(question, { text: 'This', attachments: [picture()] }))).toMatchObject({
      kind: 'try_later',
    });
    expect(ours()).toEqual([]);
  });

  it.each<[string, OutgoingAttachment[]]>([
    ['five', Array.from({ length: 5 }, () => picture())],
    ['a document', [picture({ mimeType: 'application/pdf' })]],
    ['a picture over 16 MB', [picture({ sizeBytes: 16_777_217 })]],
  ])('%s are refused in words', async (_, attachments) => {
    const question = await lab.hear('wall', 'Which?');
    expect(await lab.send(replyTo(question, { text: 'This', attachments }))).toMatchObject({
      kind: 'refused',
      reason: 'bad_attachment',
      detail: expect.stringMatching(/\w+ \w+/),
    });
  });

  it('stay when the words are changed, and so do the names', async () => {
    const question = await lab.hear('wall', 'Which lid?');
    const { id, remote } = await accepted(replyTo(question, { text: 'This', attachments: [picture({ alt: 'Red' })] }));
    expect(await lab.send(actOf('edit', question, own(id as string, remote), 'That', null))).toEqual({
      kind: 'accepted',
    });
    expect(ours().at(-1)).toMatchObject({ text: '@ida@other.example That', files: ['Red'] });
  });
});

describe('other acts', () => {
  it('an edit of the words as they are shown names the same people', async () => {
    const question = await lab.hear('wall', 'Which lid?');
    const { id, remote } = await accepted(replyTo(question, words('This')));
    await lab.send(actOf('edit', question, own(id as string, remote), '@ida That', null));
    expect(ours().at(-1)?.text).toBe('@ida@other.example That');
  });

  it('a post of our own shows its link, and one that quotes shows theirs', async () => {
    const question = await lab.hear('wall', 'My kettle sings');
    await accepted({
      ...replyTo(question, words('')),
      kind: 'publish',
      content: words('New'),
      link: 'https://kettle.example/new',
    } as never);
    const quote = await accepted(actOf('quote', question, own('1', null), 'Listen', null));
    expect(await lab.connector.lookups?.post?.(quote.id as string, lab.credentials, CARE)).toMatchObject({
      isOurs: true,
      content: { text: 'Listen', attachments: [{ kind: 'link', title: expect.stringContaining('My kettle sings') }] },
    });
    await expect.poll(async () => JSON.stringify(await lab.events())).toContain('https://kettle.example/new');
  });

  it('an older server knows no quotes', async () => {
    lab.simulator.limits.apiVersion = 6;
    const question = await lab.hear('wall', 'My kettle sings');
    expect(await lab.send(actOf('quote', question, own('1', null), 'Listen', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
    });
  });

  it.each(['repost', 'quote'] as const)('what was said in private has no %s', async (kind) => {
    const question = await lab.hear('direct', 'Between us');
    const remote = question.remote ?? null;
    expect(
      lab.connector.allows?.({
        kind,
        target: { id: question.id, remote, sentAt: question.sentAt },
        thread: null,
        settings: {},
      }),
    ).toMatchObject({ isAllowed: false });
    expect(await lab.send(actOf(kind, question, own('1', null), 'All of you', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
    });
  });

  it('a lost answer to a mark, an edit or a deletion is simply tried again', async () => {
    const question = await lab.hear('wall', 'Hello');
    const { id, remote } = await accepted(replyTo(question, words('Hi')));
    for (const kind of ['like', 'unlike', 'repost', 'unrepost', 'edit', 'delete'] as const) {
      const act = actOf(kind, question, own(id as string, remote), 'Hi!', null);
      lab.network.faults.failAfterAccept = 1;
      expect(await lab.send(act), kind).toMatchObject({ kind: 'try_later' });
      lab.network.faults.failAfterAccept = 0;
      expect(await lab.send(act), kind).toEqual({ kind: 'accepted' });
    }
  });

  it('slows down until the time that the server names', async () => {
    const question = await lab.hear('wall', 'Hello');
    lab.network.faults.rateLimit = 1;
    const outcome = await lab.send(replyTo(question, words('Hi')));
    expect(outcome).toMatchObject({ kind: 'try_later' });
    expect(outcome.kind === 'try_later' && outcome.afterMs).toBeLessThanOrEqual(300_000);
  });
});
