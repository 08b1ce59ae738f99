import { afterEach, describe, expect, it } from 'vitest';
import { ACCOUNT, byAccount, byPage, type Instagram, openInstagram } from './instagram-world.ts';
import { ida } from './lab.ts';

const DAY_MS = 86_400_000;
const worlds: Instagram[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});
async function open(credentials: typeof byPage | typeof byAccount): Promise<Instagram> {
  const world = await openInstagram(credentials);
  worlds.push(world);
  return world;
}
const account = ACCOUNT as Parameters<NonNullable<Instagram['connector']['connect']>>[1];

describe('the test of an account', () => {
  it.each([
    { name: 'a token of the other account', change: { accessToken: 'IGlongTokenB' }, field: 'accountId' },
    { name: 'the id that only the app uses', change: { accountId: '27841499000112233' }, field: 'accountId' },
    { name: 'a dead token', change: { accessToken: 'nobody' }, field: 'accessToken' },
  ])('by the login of Instagram: $name', async ({ change, field }) => {
    const { connector } = await open(byAccount);
    expect(await connector.check({ ...byAccount, ...change })).toMatchObject({
      ok: false,
      field,
      problem: expect.stringMatching(/\S+ \S+/),
      todo: expect.stringMatching(/\S+ \S+/),
    });
  });

  it.each([
    { name: 'another account', change: { accountId: '17841499000445566' }, field: 'accountId' },
    { name: 'a token of the other Page', change: { accessToken: 'EAApageTokenB' }, field: 'pageId' },
    { name: 'a dead token', change: { accessToken: 'nobody' }, field: 'accessToken' },
    { name: 'another secret', change: { appSecret: 'nobody' }, field: 'appSecret' },
  ])('by the login of Facebook: $name', async ({ change, field }) => {
    const { connector } = await open(byPage);
    expect(await connector.check({ ...byPage, ...change })).toMatchObject({ ok: false, field });
  });

  it.each([{ credentials: byPage }, { credentials: byAccount }])(
    'warns of what does not come in ($credentials.login)',
    async ({ credentials }) => {
      const world = await open(credentials);
      const warnings = async () => {
        const result = await world.connector.check(credentials);
        if (!result.ok) throw new Error(result.problem);
        expect(result.account).toMatchObject({ id: ACCOUNT, name: 'Lindqvist Outdoor', handle: 'lindqvist.outdoor' });
        return result.warnings.join(' ');
      };
      expect(await warnings()).toMatch(/comments, .*connecting the inbox does that|not subscribed/);
      world.instagram.subscribe(world.door.url, credentials.login);
      // A warning that nothing ends would be an alert for ever.
      const known = { ...credentials, tokenMadeOn: '2026-11-01' };
      expect(await world.connector.check(known, world.door.url)).toMatchObject({ ok: true, warnings: [] });
      if (credentials.login === 'facebook')
        expect(await world.connector.check(known, 'https://desk.test/hook')).toMatchObject({
          warnings: [expect.stringContaining(world.door.url)],
        });
      expect(await warnings()).not.toMatch(/connecting the inbox does that/);
      world.instagram.allowMessages(ACCOUNT, false);
      expect(await warnings()).toMatch(/Allow access to messages/);
    },
  );

  it('renews the token of an account each week, and not in its first day', async () => {
    const { connector, clock } = await open(byAccount);
    expect(await connector.renew?.(byAccount, account)).toBeNull();
    clock.pass(DAY_MS + 3_600_000);
    const made = await connector.renew?.(byAccount, account);
    expect(made?.credentials).toEqual({ ...byAccount, tokenMadeOn: '2026-11-19' });
    expect(made?.expiresAt?.getTime()).toBeGreaterThan(clock.now().getTime() + 59 * DAY_MS);
    const renewed = made?.credentials ?? byAccount;
    clock.pass(5 * DAY_MS);
    expect(await connector.renew?.(renewed, account)).toBeNull();
    clock.pass(3 * DAY_MS);
    expect((await connector.renew?.(renewed, account))?.credentials.tokenMadeOn).toBe('2026-11-27');
    expect(await connector.renew?.(byPage, account)).toBeNull();
  });

  it('reminds of the end of a token whose beginning is known, and warns where it is not', async () => {
    const { connector } = await open(byAccount);
    const unknown = await connector.check(byAccount);
    expect(unknown).not.toHaveProperty('expiresAt');
    expect(unknown).toMatchObject({ warnings: expect.arrayContaining([expect.stringMatching(/60 days/)]) });
    const known = await connector.check({ ...byAccount, tokenMadeOn: '2026-11-01' });
    expect(known).toMatchObject({ ok: true, expiresAt: new Date('2026-12-31T00:00:00Z') });
    if (known.ok) expect(known.warnings.join(' ')).not.toMatch(/60 days/);
  });

  it('knows when a token of sixty days is over, and that a refreshed one is not', async () => {
    const world = await open(byAccount);
    const refresh = () =>
      fetch(
        `${world.instagram.url}/graph.instagram.com/refresh_access_token?grant_type=ig_refresh_token&access_token=${byAccount.accessToken}`,
      ).then((response) => response.status);
    expect(await refresh()).toBe(400);
    world.clock.pass(50 * DAY_MS);
    expect(await refresh()).toBe(200);
    world.clock.pass(50 * DAY_MS);
    expect(await world.connector.check(byAccount)).toMatchObject({ ok: true });
    world.clock.pass(11 * DAY_MS);
    expect(await world.connector.check(byAccount)).toMatchObject({
      ok: false,
      field: 'accessToken',
      problem: expect.stringContaining('expired'),
    });
    expect(await refresh()).toBe(400);
  });
});

describe('connecting', () => {
  it('by the login of Facebook gives the app its address, begins the Page, and is heard from then on', async () => {
    const world = await open(byPage);
    expect(await world.connector.connect?.(byPage, account, world.door.url)).toMatchObject({ ok: true });
    await world.instagram.network.say(ida, { place: `direct:${ACCOUNT}`, text: 'Hello' });
    expect(await world.arrived()).toHaveLength(1);
    expect(await world.connector.connect?.(byPage, account, world.door.url)).toMatchObject({ ok: true });
    expect(await world.connector.connect?.(byPage, account, 'https://elsewhere.test/hook')).toMatchObject({
      ok: false,
      problem: expect.stringContaining(world.door.url),
    });
  });

  it('leaves what Facebook and Messenger listen to on the same Page as it is', async () => {
    const world = await open(byPage);
    const at = `${world.instagram.url}/graph.facebook.com/v26.0/${byPage.pageId}/subscribed_apps?access_token=${byPage.accessToken}`;
    await fetch(`${at}&subscribed_fields=feed,messages,message_echoes`, { method: 'POST' });
    await world.connector.connect?.(byPage, account, world.door.url);
    const { data } = (await (await fetch(at)).json()) as { data: { subscribed_fields: string[] }[] };
    expect(data[0]?.subscribed_fields).toEqual(['feed', 'messages', 'message_echoes']);
  });

  it('by the login of Instagram subscribes the account, and says where the address is set by hand', async () => {
    const world = await open(byAccount);
    expect(await world.connector.connect?.(byAccount, account, world.door.url)).toMatchObject({
      ok: true,
      detail: expect.stringContaining(world.door.url),
    });
    world.instagram.setAddress(world.door.url);
    await world.instagram.network.say(ida, { place: `direct:${ACCOUNT}`, text: 'Hello' });
    expect(await world.arrived()).toHaveLength(1);
  });

  it('says why it did not work', async () => {
    const world = await open(byPage);
    expect(await world.connector.connect?.({ ...byPage, verifyToken: 'x' }, account, world.door.url)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('webhook address'),
    });
    const dead = { ...byAccount, accessToken: 'nobody' };
    expect(await world.connector.connect?.(dead, account, world.door.url)).toMatchObject({ ok: false });
  });
});

describe('the signature', () => {
  it('is taken with either secret of the app, and with no other', async () => {
    const world = await open(byAccount);
    const { webhook } = world.connector;
    world.instagram.subscribe(world.door.url, 'facebook');
    world.instagram.subscribe(world.door.url, 'instagram');
    await world.instagram.network.say(ida, { place: `direct:${ACCOUNT}`, text: 'Grüße 😊' });
    const arrived = await world.arrived();
    expect(arrived).toHaveLength(2);
    for (const { entry } of arrived) {
      const request = { headers: entry.headers, query: {}, body: entry.body };
      expect(webhook?.isAuthentic(request, { ...byAccount, appSecret: 'x', otherSecret: '' })).toBe(false);
      expect(webhook?.isAuthentic({ ...request, headers: {} }, byAccount)).toBe(false);
      const changed = Buffer.from(Buffer.from(entry.body).toString().replace('Gr', 'gr'));
      expect(webhook?.isAuthentic({ ...request, body: changed }, byAccount)).toBe(false);
    }
  });
});
