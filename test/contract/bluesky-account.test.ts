import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { replyTo, words } from './acts.ts';
import { openLab } from './bluesky-lab.ts';
import { pullsOf } from './bluesky-pulls.ts';

const lab = openLab();

describe('testing an account says in words', () => {
  const strangers: { close(): void }[] = [];
  afterEach(() => {
    for (const one of strangers.splice(0)) one.close();
  });
  async function otherServer(): Promise<string> {
    const server = createServer((_, response) => response.writeHead(404).end('<h1>Not Found</h1>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    strangers.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each<[string, () => Promise<object>, RegExp, string | undefined]>([
    ['a wrong password', async () => ({ appPassword: 'wrong' }), /does not know this handle/, 'appPassword'],
    ['a wrong handle', async () => ({ identifier: 'nobody.test' }), /does not know this handle/, 'appPassword'],
    ['nobody there', async () => ({ service: 'http://127.0.0.1:9' }), /does not answer/, 'service'],
    ['another kind of server', async () => ({ service: await otherServer() }), /not a Bluesky server/, 'service'],
  ])('%s', async (_, change, problem, field) => {
    const result = await lab.connector.check(lab.formed(await change()));
    expect(result).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
      todo: expect.stringMatching(/\w+ \w+/),
      field,
    });
  });

  it.each([
    ['takendown', /suspended/],
    ['suspended', /suspended/],
    ['deactivated', /deactivated/],
  ])('an account that is %s', async (status, problem) => {
    lab.network.standing.status = status;
    expect(await lab.connector.check(lab.credentials)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
    });
  });

  it('that there is no such server', async () => {
    const nowhere = async () => {
      throw new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } });
    };
    const result = await createBluesky({ fetch: nowhere }).check(lab.formed({ service: 'https://bsky.socail' }));
    expect(result).toMatchObject({ ok: false, problem: 'There is no server called bsky.socail.', field: 'service' });
  });

  it('that the main password needs a code', async () => {
    lab.network.standing.hasTwoFactor = true;
    const result = await lab.connector.check(lab.formed({ appPassword: lab.network.mainPassword }));
    expect(result).toMatchObject({ ok: false, todo: expect.stringMatching(/app password/), field: 'appPassword' });
  });

  it('that all is well', async () => {
    expect(await lab.connector.check(lab.credentials)).toEqual({
      ok: true,
      account: { id: lab.account, name: 'Kettle & Co.', handle: 'kettleco.test' },
      warnings: [],
    });
  });

  it.each([
    [
      'the app password does not allow direct messages',
      () => ({ appPassword: lab.network.plainPassword }),
      /does not allow them/,
    ],
    ['direct messages are off', () => ({ chatProxy: '' }), /no chat service/],
  ])('that %s', async (_, change, warning) => {
    expect(await lab.connector.check(lab.formed(change()))).toMatchObject({
      ok: true,
      warnings: [expect.stringMatching(warning)],
    });
  });

  it('that strangers cannot write', async () => {
    await lab.restart({ allowIncoming: 'following' });
    expect(await lab.connector.check(lab.formed())).toMatchObject({
      ok: true,
      warnings: [expect.stringMatching(/only people whom/)],
    });
  });
});

describe('the session', () => {
  it('is made once, however many ask', async () => {
    await Promise.all(
      Array.from({ length: 10 }, () => lab.connector.lookups?.person?.(lab.account, lab.credentials, lab.account)),
    );
    await lab.arrived();
    expect(lab.calls.filter((name) => name.endsWith('createSession'))).toHaveLength(1);
  });

  it('is refreshed when it ends, without a new login', async () => {
    const question = await lab.hear('wall', 'Still open?');
    lab.network.expireSessions();
    const both = await Promise.all([
      lab.send(replyTo(question, words('Yes'))),
      lab.connector.lookups?.person?.(lab.account, lab.credentials, lab.account),
    ]);
    expect(both[0]).toMatchObject({ kind: 'accepted' });
    expect(both[1]).toMatchObject({ followers: 4_210 });
    expect(lab.calls.filter((name) => name.endsWith('createSession'))).toHaveLength(1);
    expect(lab.calls.filter((name) => name.endsWith('refreshSession'))).toHaveLength(1);
  });

  it('does not hammer the login with a revoked password', async () => {
    await lab.arrived();
    lab.network.faults.isTokenRevoked = true;
    for (let at = 0; at < 20; at += 1) await expect(lab.pulls.arrived()).rejects.toMatchObject({ kind: 'needs_login' });
    expect(lab.calls.filter((name) => name.endsWith('createSession')).length).toBeLessThan(10);
  });

  it('does not read another account into this inbox', async () => {
    const other = pullsOf(lab.connector, lab.credentials, 'did:plc:another' as ExternalAccountId);
    await expect(other.arrived()).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('@kettleco.test'),
    });
  });
});
