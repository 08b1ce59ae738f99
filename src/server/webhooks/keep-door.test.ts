import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { createFakeNetwork } from '../../../test/outgoing/channels.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import type { Connector, PulledSource } from '../../core/channel/connector.ts';
import type { Database } from '../../storage/database.ts';
import { listGaps } from '../../storage/health/gaps.ts';
import { keepDoor } from './keep-door.ts';

const HOUR = 3_600_000;

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  beforeEach(async () => {
    db ??= await open();
    await db.alone((tx) => tx.deleteFrom('door').execute());
    await db.alone((tx) => tx.updateTable('inboxes').set({ removed_at: new Date() }).execute());
    desk = await openOutgoingDesk(db);
    for (const channel of ['line', 'square', 'round']) await desk.addInbox(channel);
    await db.alone((tx) =>
      tx
        .updateTable('inboxes')
        .set({ created_at: new Date(0) })
        .execute(),
    );
  });
  const compares = {
    streams: () => [{ name: 'list', everyMs: 1, isReconciling: true }],
  } as unknown as PulledSource<unknown>;
  const connectors = () => {
    const all = createFakeNetwork().connectors();
    const webhook = { family: 'made up', isAuthentic: () => true };
    const line = all.get('line') as Connector;
    const { capabilities } = line;
    const keepsNothing = { ...capabilities, hears: { ...capabilities.hears, missed: 'It keeps no list.' } };
    return new Map<string, Connector>([
      ['line', { ...line, webhook, capabilities: keepsNothing }],
      ['square', { ...(all.get('square') as Connector), webhook, source: compares }],
      // all that it tells is read from its lists as well
      ['round', { ...line, webhook }],
    ]);
  };
  const openDoor = async () => (await keepDoor({ db, connectors: connectors(), now: desk.now }))();
  const gaps = () => listGaps(db.read, desk.workspaceId);

  describe('the door for webhooks', () => {
    it('was never shut before the first start, nor by a restart', async () => {
      await openDoor();
      desk.pass(60_000);
      await openDoor();
      expect(await gaps()).toEqual([]);
    });

    it('shut for hours, it says what a network without a list may have told nobody', async () => {
      await openDoor();
      const shut = desk.now();
      desk.pass(3 * HOUR);
      await openDoor();
      await openDoor();
      expect(await gaps()).toMatchObject(
        [{ stream: 'webhook', from: shut, to: desk.now(), why: /Line does not try/ }].map(({ why, ...gap }) => ({
          ...gap,
          why: expect.stringMatching(why),
        })),
      );
    });

    it('says nothing of an inbox that was connected since', async () => {
      await openDoor();
      desk.pass(3 * HOUR);
      await db.alone((tx) => tx.updateTable('inboxes').set({ created_at: desk.now() }).execute());
      await openDoor();
      expect(await gaps()).toEqual([]);
    });
  });
});
