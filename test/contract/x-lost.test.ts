import { describe, expect, it } from 'vitest';
import { createX } from '../../src/connectors/x/index.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { targetOf, words } from './acts.ts';
import { enterprise, find, lab, made, on, ours, reply, send, withX } from './x-lab.ts';
import { openX } from './x-world.ts';

withX();

describe('perhaps sent', () => {
  const kinds = {
    reply: async () => reply(await lab.hear('wall', 'Hello'), 'An answer & <more> https://kettle.co/a?b=1&c=2'),
    direct: async () => reply(await lab.hear('direct', 'Hello'), 'A message'),
    private_reply: async () => on('private_reply', await lab.hear('wall', 'Hello'), words('In private')),
    publish: async () =>
      ({ ...made(), kind: 'publish', content: words('New!'), link: 'https://kettle.co/new' }) as Outgoing,
    quote: async () => on('quote', await lab.hear('wall', 'Great!'), words('Thank you')),
  };
  const stands = () =>
    ours().length + [...lab.network.store.messages.values()].filter((one) => one.senderId === lab.account).length;

  it.each(Object.entries(kinds))('%s is found when its answer was lost, and not when it never was', async (_, make) => {
    // one call is never answered: it is waited for
    await enterprise({ timeoutMs: 2_500 });
    const act = await make();
    const before = stands();
    lab.network.faults.failBefore = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(lab.network.faults, noFaults());
    expect(await find(act)).toEqual({ kind: 'absent' });

    lab.network.faults.timeoutAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(lab.network.faults, noFaults());
    expect(stands()).toBe(before + 1);
    const found = await find(act);
    expect(found).toMatchObject({ kind: 'accepted', id: expect.stringMatching(/^\d+$/) });
    expect(stands()).toBe(before + 1);
    if (act.kind === 'private_reply')
      expect(found).toMatchObject({ thread: { channel: 'x', id: expect.stringContaining('-') } });
  });

  it.each([
    { of: 'an address without https://', place: 'wall', text: 'It is at kettle.shop, and at Kettle.com/lids' },
    { of: 'an address in private', place: 'direct', text: 'See kettle.shop' },
    { of: 'the name of the person before it', place: 'wall', text: '@ida we are sorry' },
  ])('is known again with $of', async ({ place, text }) => {
    const act = reply(await lab.hear(place, 'Hello'), text);
    lab.network.faults.failAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(lab.network.faults, noFaults());
    expect(await find(act)).toMatchObject({ kind: 'accepted' });
  });

  it('is not taken for another with the same words', async () => {
    const first = await lab.hear('wall', 'One');
    const second = await lab.hear('wall', 'Two');
    await send(reply(first, 'Sorry'));
    expect(await find(reply(second, 'Sorry'))).toEqual({ kind: 'absent' });
  });

  it('is certainly not sent when nobody listens', async () => {
    const event = await lab.hear('wall', 'Hello');
    const act = reply(event, 'Hello');
    const gone = await openX();
    await gone.close();
    const deaf = createX({ baseUrl: gone.network.url, now: () => new Date(lab.clock.at) });
    expect(await deaf.send(act, lab.credentials, lab.account)).toMatchObject({ kind: 'try_later' });
  });

  it.each(['repost', 'like', 'delete'] as const)('%s is the same done twice, and is tried again', async (kind) => {
    await enterprise();
    const event = await lab.hear('wall', 'Hello');
    const sent = await send(reply(event, 'Ours'));
    if (sent.kind !== 'accepted') throw new Error(sent.detail);
    const own = { ...targetOf(event), id: sent.id as ExternalMessageId, remote: sent.remote ?? null, authorId: null };
    const act = { ...made(), kind, target: kind === 'delete' ? own : targetOf(event) } as Outgoing;
    lab.network.faults.failAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'try_later' });
    Object.assign(lab.network.faults, noFaults());
    expect(await send({ ...act, attempt: 2 })).toMatchObject({ kind: 'accepted' });
  });
});
