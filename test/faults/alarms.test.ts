import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { eachDatabase } from '../database.ts';
import { HOUR, MINUTE, openWatched, type Watched } from './alarms-lab.ts';

const soon = { timeout: 20_000, interval: 20 };

eachDatabase((open) => {
  let db: Database;
  let lab: Watched;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    lab = await openWatched(db);
    await lab.hasAlwaysHeard();
    await lab.say('Is the zip under warranty?');
    await lab.work();
    await expect.poll(() => lab.texts(), soon).toEqual(['Is the zip under warranty?']);
    await expect.poll(() => lab.isRead(), soon).toBe(true);
    expect(await lab.alerts()).toEqual([]);
  });

  it('what Facebook did not tell for a while is on the desk after the next look, and it is said that it was late', async () => {
    lab.faults.isSilent = true;
    await lab.say('Nobody hears me');
    lab.desk.pass(10 * MINUTE);
    await lab.say('Hello?');
    lab.faults.isSilent = false;
    lab.desk.pass(20 * MINUTE);
    await lab.say('Now then');
    await expect.poll(() => lab.texts(), soon).toEqual(['Is the zip under warranty?', 'Now then']);
    // A worker begins with a look at the Page's own list; else it takes one each quarter of an hour.
    await lab.work();
    await expect
      .poll(() => lab.texts(), soon)
      .toEqual(['Is the zip under warranty?', 'Nobody hears me', 'Hello?', 'Now then']);
    await expect.poll(() => lab.alerts(), soon).toEqual(['missed']);
    await expect.poll(() => lab.words('missed'), soon).toContain('2 messages were found');
    lab.desk.pass(25 * HOUR);
    await lab.hasAlwaysHeard();
    await expect.poll(() => lab.alerts(), soon).toEqual([]);
  });

  it('a token that was revoked calls somebody, until there is a good one', async () => {
    lab.faults.isTokenRevoked = true;
    lab.desk.pass(61 * MINUTE);
    await lab.work();
    await expect.poll(() => lab.alerts(), soon).toContain('login');
    await expect.poll(() => lab.words('login'), soon).toMatch(/token/i);
    lab.faults.isTokenRevoked = false;
    await lab.isConnectedAnew();
    lab.desk.pass(61 * MINUTE);
    await lab.work();
    await expect.poll(() => lab.alerts(), soon).toEqual([]);
  });

  it('an app that sends its events elsewhere is noticed although all else is well', async () => {
    lab.graph.subscribe('https://another-desk.example/webhooks/meta');
    lab.desk.pass(61 * MINUTE);
    await expect.poll(() => lab.alerts(), soon).toEqual(['setup']);
    await expect.poll(() => lab.words('setup'), soon).toContain('another-desk.example');
    await lab.isSubscribedAnew();
    lab.desk.pass(61 * MINUTE);
    await expect.poll(() => lab.alerts(), soon).toEqual([]);
  });

  it('a limit of calls is said at the inbox and loses nothing: what comes in is heard, the rest when it is over', async () => {
    lab.faults.rateLimit = 1;
    await lab.work();
    await expect.poll(() => lab.lastError(), soon).toContain('used up its calls');
    lab.faults.isSilent = true;
    await lab.say('Nobody hears me');
    lab.faults.isSilent = false;
    lab.desk.pass(20 * MINUTE);
    await lab.say('Are you open on Sunday?');
    await expect.poll(() => lab.texts(), soon).toEqual(['Is the zip under warranty?', 'Are you open on Sunday?']);
    lab.faults.rateLimit = 0;
    await lab.work();
    await expect
      .poll(() => lab.texts(), soon)
      .toEqual(['Is the zip under warranty?', 'Nobody hears me', 'Are you open on Sunday?']);
    await expect.poll(() => lab.alerts(), soon).toEqual(['missed']);
  });

  it('an account that falls silent against its habit is noticed, and an hour of quiet is not', async () => {
    lab.faults.isSilent = true;
    lab.desk.pass(HOUR);
    await lab.judge();
    expect(await lab.alerts()).toEqual([]);
    lab.desk.pass(8 * HOUR);
    await expect.poll(() => lab.alerts(), soon).toEqual(['silent']);
    lab.faults.isSilent = false;
    await lab.say('Good morning');
    await expect.poll(() => lab.alerts(), soon).toEqual([]);
  });
});
