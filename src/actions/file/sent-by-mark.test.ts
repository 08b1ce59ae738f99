import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { openWorld, type World } from '../../../test/outgoing/world.ts';
import type { DeliveryEvent, SentEvent } from '../../core/channel/event.ts';
import type { Database } from '../../storage/database.ts';
import { fileOther, type OtherEvent } from './file-other.ts';
import type { Placed } from './parse-entries.ts';

eachDatabase((open) => {
  let db: Database;
  let world: World;
  beforeEach(async () => {
    db ??= await open();
    world = await openWorld(db);
  });

  describe('a network that names our message by our own mark', () => {
    const file = async (event: OtherEvent) => {
      const placed = {
        event,
        inbox: { id: world.line },
        entry: { id: 1 },
        position: 0,
      } as unknown as Placed<OtherEvent>;
      const done = await db.transaction((tx) => fileOther(tx, world.desk.workspaceId, placed, world.desk.now()));
      return done.verdict.state;
    };
    const sent = (mark: string) =>
      ({ kind: 'sent', account: 'line', id: 'net-7', mark, at: world.desk.now() }) as unknown as SentEvent;
    const read = () =>
      ({
        kind: 'delivery',
        account: 'line',
        ids: ['net-7'],
        status: 'read',
        at: world.desk.now(),
      }) as unknown as DeliveryEvent;

    it('settles what a lost answer left open, so that what became of it is known too', async () => {
      const to = await world.dora();
      world.net.plan(() => 'accept_then_500');
      world.net.find(() => ({ kind: 'unclear', detail: 'Who knows.' }));
      const id = await world.reply(to);
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'unknown', awaits_person: true });
      expect(await file(sent(id))).toBe('filed');
      expect(await world.row(id)).toMatchObject({ state: 'sent', external_id: 'net-7', awaits_person: false });
      expect(await file(read())).toBe('filed');
      expect(await world.message(to, id)).toMatchObject({ delivery: 'read', text: 'On its way', external_id: 'net-7' });
      expect(await file(sent(id)), 'told again').toBe('duplicate');
      expect(await world.desk.messages(to.conversationId)).toHaveLength(2);
    });

    it.each([{ mark: randomUUID() }, { mark: 'order-40217' }])(
      'is not heard where $mark is nobody’s of ours',
      async ({ mark }) => {
        const to = await world.dora();
        const id = await world.reply(to);
        expect(await file(sent(mark))).toBe('duplicate');
        expect((await world.message(to, id))?.external_id).toBeNull();
        expect(await world.desk.messages(to.conversationId)).toHaveLength(2);
      },
    );
  });
});
