import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFacebook } from '../../src/connectors/facebook/index.ts';
import { createMessenger } from '../../src/connectors/messenger/index.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { ida, openDoor } from './lab.ts';
import { credentials, type Meta, openMeta, PAGE_ID } from './meta-world.ts';

const account = PAGE_ID as ExternalAccountId;

describe.each([
  ['facebook', createFacebook],
  ['messenger', createMessenger],
] as const)('checking %s', (_channel, create) => {
  let meta: Meta;
  beforeAll(async () => {
    meta = await openMeta(create);
  });
  afterAll(() => meta.close());
  afterEach(() => Object.assign(meta.networks.facebook.faults, noFaults()));

  it.each([
    {
      when: 'the token is of a person',
      change: { pageAccessToken: 'EAAlongUser' },
      field: 'pageAccessToken',
      problem: 'token of a person',
    },
    {
      when: 'the token is of another Page',
      change: { pageAccessToken: 'EAApageTokenB' },
      field: 'pageId',
      problem: '104477880099887',
    },
    {
      when: 'the token is nobody’s',
      change: { pageAccessToken: 'EAAnobody' },
      field: 'pageAccessToken',
      problem: 'no longer accepts',
    },
    { when: 'the app secret is wrong', change: { appSecret: 'guess' }, field: 'appSecret', problem: 'app secret' },
    { when: 'the Page ID is wrong', change: { pageId: '123' }, field: 'pageId', problem: '123' },
  ])('names the field when $when', async ({ change, field, problem }) => {
    const result = await meta.connector.check({ ...credentials, ...change });
    expect(result).toMatchObject({
      ok: false,
      field,
      problem: expect.stringContaining(problem),
      todo: expect.stringMatching(/\S+ \S+/),
    });
  });

  it('says that a password was changed', async () => {
    meta.networks.facebook.faults.isTokenRevoked = true;
    expect(await meta.connector.check(credentials)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('password'),
    });
  });

  it('warns when the Page has lost its subscription', async () => {
    const before = await meta.connector.check(credentials);
    expect(before).toMatchObject({
      ok: true,
      account: { id: PAGE_ID, name: 'Lindqvist Outdoor', handle: 'lindqvist.outdoor' },
    });
    meta.networks.unsubscribe(PAGE_ID);
    const after = await meta.connector.check(credentials);
    expect(after.ok && after.warnings.join(' ')).toContain('not subscribed');
    expect(await meta.connector.connect?.(credentials, account, meta.door.url)).toMatchObject({ ok: true });
    const again = await meta.connector.check(credentials);
    expect(again.ok && again.warnings.join(' ')).not.toContain('not subscribed');
  });

  it('warns when the app sends its events to another desk', async () => {
    const well = await meta.connector.check(credentials, meta.door.url);
    expect(well.ok && well.warnings.join(' ')).not.toContain('not to this desk');
    const elsewhere = await meta.connector.check(credentials, 'https://care.example.com/webhooks/meta');
    expect(elsewhere.ok && elsewhere.warnings.join(' ')).toContain('to https://care.example.com/webhooks/meta');
  });

  it('says that Meta cannot be reached', async () => {
    const gone = await openDoor(meta.connector, credentials);
    await gone.close();
    const away = create({ graphUrl: gone.url });
    expect(await away.check(credentials)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('could not be reached'),
    });
  });
});

describe('connecting', () => {
  it('sets up an app that listens to nothing yet, and what waited arrives', async () => {
    const meta = await openMeta(createFacebook, {});
    const door = await openDoor(meta.connector, credentials);
    try {
      const refused = await meta.connector.connect?.(credentials, account, door.url);
      expect(refused, 'another address listens already').toMatchObject({
        ok: false,
        problem: expect.stringContaining(meta.door.url),
      });
      expect(
        await meta.connector.connect?.({ ...credentials, verifyToken: 'wrong' }, account, meta.door.url),
      ).toMatchObject({ ok: false, todo: expect.stringContaining('HTTPS') });
      expect(await meta.connector.connect?.(credentials, account, meta.door.url)).toMatchObject({ ok: true });
      await meta.networks.facebook.say(ida, { place: `wall:${PAGE_ID}`, text: 'Anybody there?' });
      expect(await meta.arrived()).toHaveLength(1);
    } finally {
      await door.close();
      await meta.close();
    }
  });
});
