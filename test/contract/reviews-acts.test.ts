import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import { noFaults, type SimulatedNetwork } from '../../src/simulators/network.ts';
import type { Reviews } from '../../src/simulators/reviews/reviews.ts';
import { actOf, type Ours, replyTo, words } from './acts.ts';
import { openAppStore } from './app_store-world.ts';
import { openGooglePlay } from './google_play-world.ts';
import { openGoogleReviews } from './google_reviews-world.ts';
import { eventsOf, review } from './reviews-world.ts';
import type { ContractWorld } from './world.ts';

interface Opened {
  readonly simulator: { readonly network: SimulatedNetwork; readonly reviews: Reviews };
  readonly world: ContractWorld;
  readonly clock: { readonly pass: (ms: number) => void };
}
const NETWORKS: readonly { readonly name: string; readonly open: () => Promise<Opened> }[] = [
  { name: 'google_reviews', open: openGoogleReviews },
  { name: 'google_play', open: openGooglePlay },
  { name: 'app_store', open: openAppStore },
];
const DAY_MS = 86_400_000;

describe.each(NETWORKS)('$name', ({ name, open }) => {
  let world: ContractWorld;
  let clock: Opened['clock'];
  let simulator: Opened['simulator'];
  beforeEach(async () => {
    ({ world, clock, simulator } = await open());
  });
  afterEach(async () => {
    await world.close();
  });

  const send = (act: Outgoing) => world.connector.send(act, world.credentials, world.account);
  async function answered(theirs: MessageEvent, text: string): Promise<Ours> {
    const outcome = await send(replyTo(theirs, words(text)));
    if (outcome.kind !== 'accepted' || !outcome.id) throw new Error(JSON.stringify(outcome));
    return { id: outcome.id, text, at: theirs.sentAt, remote: outcome.remote ?? null };
  }
  const texts = () =>
    world.network
      .view(world.personas[0])
      .flatMap(({ messages }) => messages)
      .filter(({ by }) => by === 'company')
      .map(({ text }) => text);

  it('hears the stars of a review, which hangs in a thread of its own', async () => {
    const heard = await review(world, 'It leaks', 4);
    expect(heard).toMatchObject({
      thread: { kind: 'review', reach: 'owned_public', id: heard.id },
      content: { rating: { stars: 4, of: 5 } },
    });
  });

  it('hears that a review was changed, once', async () => {
    const { id } = await review(world, 'It leaks');
    clock.pass(60_000);
    await world.network.edit?.(world.personas[0], id, 'It leaks no more');
    expect(await eventsOf(world)).toContainEqual(
      expect.objectContaining({ kind: 'edit', id, content: expect.objectContaining({ text: 'It leaks no more' }) }),
    );
    expect(await eventsOf(world)).toEqual([]);
  });

  it('never takes the place of an answer that stands there, and knows its own', async () => {
    const theirs = await review(world, 'It leaks');
    const { id } = await answered(theirs, 'Sorry');
    expect(await send(replyTo(theirs, words('Something else')))).toMatchObject({
      kind: 'refused',
      reason: 'already_replied',
    });
    expect(await send(replyTo(theirs, words('Sorry')))).toMatchObject({ kind: 'accepted', id });
    expect(texts()).toEqual(['Sorry']);
  });

  it('keeps the name of an answer whose words were changed before anybody looked', async () => {
    const theirs = await review(world, 'It leaks');
    const ours = await answered(theirs, 'Sory');
    clock.pass(60_000);
    expect(await send(actOf('edit', theirs, ours, 'Sorry', null))).toMatchObject({ kind: 'accepted' });
    const echoes = (await eventsOf(world)).filter((one) => 'author' in one && one.author.kind === 'business');
    expect(echoes).toMatchObject([{ id: ours.id, content: { text: 'Sorry' } }]);
  });

  it('hears what was answered, changed and taken back outside of Earshot', async () => {
    const theirs = await review(world, 'It leaks');
    const { id } = await answered(theirs, 'Sorry');
    await eventsOf(world);
    const written = simulator.reviews.find(theirs.id);
    if (!written) throw new Error('the review is gone');
    simulator.reviews.answer(written, 'Sorry again');
    expect(await eventsOf(world)).toContainEqual(expect.objectContaining({ kind: 'edit', id }));
    simulator.reviews.unanswer(written);
    expect(await eventsOf(world)).toContainEqual(expect.objectContaining({ kind: 'deletion', id }));
    clock.pass(60_000);
    simulator.reviews.answer(written, 'A new answer');
    const anew = (await eventsOf(world)).find((one) => one.kind === 'message' && one.author.kind === 'business');
    expect(anew).toMatchObject({ content: { text: 'A new answer' } });
    expect(anew).not.toMatchObject({ id });
  });

  it('says that a review is gone only when the network says so of that review', async () => {
    const { id } = await review(world, 'It leaks');
    world.network.faults.drop = 1;
    expect(await eventsOf(world)).toEqual([]);
    Object.assign(world.network.faults, noFaults());
    await world.network.remove?.(world.personas[0], id);
    const tells = world.connector.capabilities.hears.deletions === true;
    expect(await eventsOf(world)).toMatchObject(tells ? [{ kind: 'deletion', id }] : []);
  });

  it('brings what was hidden from the lists for a while', async () => {
    world.network.faults.isSilent = true;
    const { id } = await world.network.say(world.personas[0], { place: 'stars:1', text: 'Anybody there?' });
    expect(await eventsOf(world)).toEqual([]);
    Object.assign(world.network.faults, noFaults());
    expect(await eventsOf(world)).toContainEqual(expect.objectContaining({ kind: 'message', id }));
  });

  it('reads lists with Trouble that says what is wrong', async () => {
    world.network.faults.isTokenRevoked = true;
    await expect(world.arrived()).rejects.toMatchObject({ kind: 'needs_login' });
    world.network.faults.isTokenRevoked = false;
    world.network.faults.rateLimit = 1;
    await expect(world.arrived()).rejects.toMatchObject({ kind: 'limited' });
    world.network.faults.rateLimit = 0;
    world.network.faults.failBefore = 1;
    await expect(world.arrived()).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('refuses files, and empty answers', async () => {
    const theirs = await review(world, 'It leaks');
    const file = { name: 'a.png', mimeType: 'image/png', sizeBytes: 1, read: async () => new Uint8Array(1) };
    expect(await send(replyTo(theirs, { text: 'See', attachments: [file] }))).toMatchObject({
      reason: 'bad_attachment',
    });
    expect(await send(replyTo(theirs, words('  ')))).toMatchObject({ kind: 'refused' });
    expect(texts()).toEqual([]);
  });

  it('says that a review is gone when it is answered too late', async () => {
    const theirs = await review(world, 'It leaks');
    await world.network.remove?.(world.personas[0], theirs.id);
    expect(await send(replyTo(theirs, words('Sorry')))).toMatchObject({ kind: 'refused', reason: 'gone' });
  });

  it('takes its answer away although the lists say nothing', async () => {
    if (!world.connector.capabilities.acts.delete) return expect(name).toBe('google_play');
    const theirs = await review(world, 'It leaks');
    const ours = await answered(theirs, 'Sorry');
    world.network.faults.isSilent = true;
    const act = actOf('delete', theirs, ours, '', null);
    expect(await send(act)).toEqual({ kind: 'accepted' });
    expect(texts()).toEqual([]);
    await world.network.remove?.(world.personas[0], theirs.id);
    expect(await world.connector.find?.(act, world.credentials, world.account)).toEqual({ kind: 'accepted' });
  });

  it('reads the past on connecting, and says where there is a gap', async () => {
    const { connector, credentials, account } = world;
    await review(world, 'From before');
    const session = await connector.source?.open(credentials, account, {});
    const first = await session?.pull('reviews', null);
    const body = first?.entries[0];
    if (!body || !session) throw new Error('nothing was read');
    const entry = { source: 'reviews', ...body };
    const [said] = await connector.parse(entry, { account, settings: {}, receivedAt: new Date() });
    expect(said).toMatchObject({ kind: 'message', isHistory: true });
    expect(first.gap).toBeUndefined();
    clock.pass(10 * DAY_MS);
    const later = await session.pull('reviews', first.cursor);
    if (name === 'google_play') expect(later.gap?.to.getTime()).toBeGreaterThan(later.gap?.from.getTime() ?? 0);
    else expect(later.gap).toBeUndefined();
  });

  it('reads more reviews than fit on a page, each once', async () => {
    const people = Array.from({ length: 130 }, (_, index) => ({ ...world.personas[1], id: `person ${index}` }));
    for (const person of people) await simulator.network.say(person, { place: 'stars:3', text: `By ${person.id}` });
    const events = await eventsOf(world);
    const ids = events.filter((one) => one.kind === 'message').map((one) => 'id' in one && one.id);
    expect(new Set(ids).size).toBe(130);
    expect(ids).toHaveLength(130);
  });
});
