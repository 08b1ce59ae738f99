import { describe, expect, it } from 'vitest';
import { noFaults } from '../../src/simulators/network.ts';
import { replyTo, words } from './acts.ts';
import { lineLab } from './line-lab.ts';
import { account, credentials } from './line-world.ts';

const TOKEN = 'POST /oauth2/v3/token';
const lab = lineLab();
const { open, send, check, events, hear, counted } = lab;

describe('connecting', () => {
  it('sets the webhook, tries it, and looks well afterwards', async () => {
    await open();
    expect(lab.world.connected).toMatchObject({ ok: true });
    expect(await events()).toEqual([expect.objectContaining({ kind: 'ignored' })]);
    for (const ours of [lab.world.door.url, undefined])
      expect(await check(ours)).toMatchObject({ ok: true, warnings: [] });
  });

  it('says that "Use webhook" is off, on connecting and on testing', async () => {
    await open({ isWebhookOn: false });
    expect(lab.world.connected).toMatchObject({ ok: false, todo: expect.stringContaining('Use webhook') });
    expect(await check(lab.world.door.url)).toMatchObject({ warnings: [expect.stringContaining('switched off')] });
  });

  it.each([
    [undefined, []],
    ['https://care.test/webhooks/main/line', [expect.stringContaining('no webhook')]],
  ])('without a webhook, where ours is %s, warns %j', async (callbackUrl, warnings) => {
    await open();
    lab.world.simulator.subscribe('');
    expect(await check(callbackUrl)).toMatchObject({ ok: true, warnings });
  });

  it('says that LINE cannot reach the desk', async () => {
    await open();
    lab.world.door.door.status = 503;
    const result = await lab.world.connector.connect?.(credentials, account, lab.world.door.url);
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('ERROR_STATUS_CODE, 503') });
  });

  it('warns when the webhook goes elsewhere, and moves it here', async () => {
    await open();
    lab.world.simulator.subscribe('https://elsewhere.test/hook');
    for (const ours of [lab.world.door.url, undefined])
      expect(await check(ours)).toMatchObject({ warnings: [expect.stringContaining('not to this desk')] });
    expect(await lab.world.connector.connect?.(credentials, account, lab.world.door.url)).toMatchObject({
      ok: true,
      detail: expect.stringContaining('elsewhere.test'),
    });
  });
});

describe('tokens', () => {
  it('are asked for once, even by many at a time, and anew before they end', async () => {
    await open();
    const before = counted(TOKEN);
    await Promise.all([check(), check(), check()]);
    expect(counted(TOKEN)).toBe(before);
    lab.world.clock.pass(14 * 60_000);
    await Promise.all([check(), check(), check()]);
    expect(counted(TOKEN)).toBe(before + 1);
  });

  it('are made anew when LINE takes one back before its time', async () => {
    await open();
    const theirs = await hear('Still valid?');
    lab.world.network.faults.isTokenRevoked = true;
    expect(await send(replyTo(theirs, words('No')))).toMatchObject({ kind: 'refused', reason: 'needs_login' });
    Object.assign(lab.world.network.faults, noFaults());
    expect(await send(replyTo(theirs, words('Yes')))).toMatchObject({ kind: 'accepted' });
  });
});
