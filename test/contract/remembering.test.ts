import { afterEach, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Remembered } from '../../src/simulators/network.ts';
import { replyTo, words } from './acts.ts';
import { ida } from './lab.ts';
import { CARE, openMastodon } from './mastodon-world.ts';
import { BOT, openTelegram } from './telegram-world.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const roads = {
  telegram: async () => ({ ...(await openTelegram('poll')), account: BOT, places: ['direct', 'business', 'group'] }),
  mastodon: async () => ({ ...(await openMastodon()), account: CARE, places: ['direct', 'wall'] }),
};

/** The program is started anew: the desk remembers a talk, and so does the network, under the same ids. */
it.each(['telegram', 'mastodon'] as const)('%s goes on with an earlier talk', async (channel) => {
  const before = await roads[channel]();
  closers.push(before.close);
  const after = await roads[channel]();
  closers.push(after.close);
  for (const place of before.places) {
    const question = await before.hear(place, `Hello by ${place}`);
    const answer = await before.send(replyTo(question, words('Which model?')));
    if (answer.kind !== 'accepted' || !answer.id) throw new Error(JSON.stringify(answer));
    const said = rememberedOf(question, place, before.account);
    const ours = { ...said, id: answer.id, by: 'company' as const, text: 'Which model?', inReplyTo: question.id };
    after.network.remember([said, ours]);
    // What is asked for may come once more, under the ids that the desk knows.
    const known: readonly string[] = [question.id, answer.id];
    const again = (await after.events()).filter((one) => !('id' in one && known.includes(one.id)));
    expect(again, place).toEqual([]);

    const seen = after.seen().filter(({ id }) => known.includes(id));
    expect(
      seen.map(({ by }) => by),
      place,
    ).toEqual(['me', 'company']);
    expect(await after.send(replyTo(question, words('Still there?'))), place).toMatchObject({ kind: 'accepted' });
    await after.network.say(ida, { place, text: 'The third', inReplyTo: answer.id });
    const heard = (await after.events()).filter((one): one is MessageEvent => one.kind === 'message');
    const third = heard.find(({ content }) => content.text.endsWith('The third'));
    expect([third?.thread.id, ...(third?.belongsWith ?? [])], place).toContain(
      place === 'group' || place === 'wall' ? answer.id : question.thread.id,
    );
    expect(known).not.toContain(third?.id);
  }
});

const rememberedOf = (event: MessageEvent, place: string, account: string): Remembered => ({
  account,
  thread: event.thread.id,
  kind: event.thread.reach === 'owned_private' ? 'direct' : place === 'wall' ? 'wall' : 'post',
  id: event.id,
  by: 'person',
  persona: ida,
  text: event.content.text,
  at: event.sentAt,
});
