import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { openWorld, type World } from '../../../test/outgoing/world.ts';
import type { DeliveryEvent } from '../../core/channel/event.ts';
import type { Database } from '../../storage/database.ts';
import { setAttention } from '../set-attention.ts';
import { fileOther } from './file-other.ts';
import type { Placed } from './parse-entries.ts';

eachDatabase((open) => {
  let db: Database;
  let world: World;
  beforeEach(async () => {
    db ??= await open();
    world = await openWorld(db);
  });

  describe('an answer that the network took and that reached nobody', () => {
    /** The customer wrote, was answered, and the answer comes back. */
    async function comesBack(meanwhile: (conversationId: string) => Promise<unknown> = async () => {}) {
      const to = await world.dora();
      const id = await world.reply(to);
      await world.send();
      expect((await world.desk.conversation(to.conversationId)).attention).toBe('answered');
      await meanwhile(to.conversationId);
      const sent = await world.message(to, id);
      const event = {
        kind: 'delivery',
        account: 'line',
        ids: [sent?.external_id],
        status: 'failed',
        detail: '550 5.1.1 nobody here',
        at: world.desk.now(),
      } as unknown as DeliveryEvent;
      const placed = {
        event,
        inbox: { id: world.line },
        entry: { id: 1 },
        position: 0,
      } as unknown as Placed<DeliveryEvent>;
      await db.transaction((tx) => fileOther(tx, world.desk.workspaceId, placed, world.desk.now()));
      return { to, id };
    }

    it('answers nothing: the customer waits again, and the timeline says why', async () => {
      const { to, id } = await comesBack();
      expect(await world.message(to, id)).toMatchObject({
        delivery: 'failed',
        delivery_detail: '550 5.1.1 nobody here',
      });
      expect((await world.desk.conversation(to.conversationId)).attention).toBe('needs_answer');
      expect(await world.desk.timeline(to.conversationId)).toContain('send_failed');
    });

    it('is told to whoever wrote it', async () => {
      const { to } = await comesBack();
      const { rows } = await sql<{ kind: string; text: string }>`
        select kind, text from notifications
        where conversation_id = ${to.conversationId} and agent_id = ${world.desk.ana.agentId}`.execute(db.read);
      expect(rows).toEqual([{ kind: 'send_failed', text: '550 5.1.1 nobody here' }]);
    });

    it('does not undo what a person decided after it', async () => {
      const { to } = await comesBack(async (id) => {
        const input = { conversationId: id as never, attention: 'acknowledged' as const };
        await setAttention(db, world.desk.ana, input, world.desk.now());
      });
      expect((await world.desk.conversation(to.conversationId)).attention).toBe('acknowledged');
    });
  });

  describe('what becomes of an answer, told before the network has told its name', () => {
    async function toldWhileSending(status: DeliveryEvent['status']) {
      const to = await world.dora();
      const id = await world.reply(to);
      world.net.plan(async (act) => {
        const event = {
          kind: 'delivery',
          account: 'line',
          ids: [`n-${act.id}-0`],
          status,
          ...(status === 'failed' ? { detail: 'Blocked by the person.' } : {}),
          at: world.desk.now(),
        } as unknown as DeliveryEvent;
        const placed = {
          event,
          inbox: { id: world.line },
          entry: { id: 1 },
          position: 0,
        } as unknown as Placed<DeliveryEvent>;
        await db.transaction((tx) => fileOther(tx, world.desk.workspaceId, placed, world.desk.now()));
        return 'accept' as const;
      });
      await world.send();
      return { to, message: await world.message(to, id) };
    }

    it.each(['delivered', 'read'] as const)('%s is shown', async (status) => {
      expect((await toldWhileSending(status)).message).toMatchObject({ delivery: status });
    });

    it('failed lets the person wait again', async () => {
      const { to, message } = await toldWhileSending('failed');
      expect(message).toMatchObject({ delivery: 'failed', delivery_detail: 'Blocked by the person.' });
      expect((await world.desk.conversation(to.conversationId)).attention).toBe('needs_answer');
    });

    it('keeps nothing of messages that are not ours while none is under way', async () => {
      const event = { kind: 'delivery', account: 'line', ids: ['strange'], status: 'read', at: world.desk.now() };
      const placed = {
        event,
        inbox: { id: world.line },
        entry: { id: 1 },
        position: 0,
      } as unknown as Placed<DeliveryEvent>;
      await db.transaction((tx) => fileOther(tx, world.desk.workspaceId, placed, world.desk.now()));
      const kept = await db.read
        .selectFrom('early_changes')
        .select('external_id')
        .where('inbox_id', '=', world.line)
        .execute();
      expect(kept).toEqual([]);
    });
  });
});
