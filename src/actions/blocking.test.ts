import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import type { ContactId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { setStanding } from './change-contact.ts';
import { createLab } from './file/lab.fixture.ts';
import { setAttention } from './set-attention.ts';

async function open(db: Database) {
  const lab = await createLab(db);
  const { workspaceId } = lab;
  const write = async (...events: Record<string, unknown>[]) => {
    lab.pass(1_000);
    await lab.receive(events);
    await lab.file();
  };
  const find = async (name: string) => {
    const { rows } = await sql<{ contact: ContactId; id: string; c: Record<string, unknown> }>`
      select c.contact_id as contact, c.id, to_jsonb(c) as c from conversations c join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
      where c.workspace_id = ${workspaceId} and i.external_id = ${name} order by c.last_message_at desc, c.id desc`.execute(
      db.read,
    );
    const [row] = rows;
    if (!row) throw new Error(`${name} never wrote.`);
    return { ...row, rows };
  };
  const stand = async (name: string, input: { isBlocked?: boolean; isMuted?: boolean }) =>
    setStanding(db, { ...lab.who, acts: [] }, (await find(name)).contact, input, lab.now());
  return { ...lab, write, find, stand };
}

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('what a blocked person writes', () => {
    it('is filed and waits for nobody, in the name of whoever blocked them, until they are let in again', async () => {
      const desk = await open(db);
      await desk.write(desk.direct('ida', 'i1', 'Buy pills'));
      await setAttention(
        db,
        desk.who,
        { conversationId: (await desk.find('ida')).id as never, attention: 'answered' },
        desk.now(),
      );
      await desk.stand('ida', { isBlocked: true });
      expect((await desk.find('ida')).c).toMatchObject({ attention: 'answered' });
      await desk.write(desk.direct('ida', 'i2', 'Buy pills!'), desk.comment('ida', 'p1', 'c1', 'Pills!'));
      await desk.write(desk.direct('ida', 'i3', 'Buy pills!!'));
      const { rows } = await desk.find('ida');
      expect(rows.map(({ c }) => [c.attention, c.attention_reason, c.attention_by, c.message_count])).toEqual([
        ['no_reply', 'blocked', desk.who.agentId, 3],
        ['no_reply', 'blocked', desk.who.agentId, 1],
      ]);
      const since = rows.map(({ c }) => c.waiting_since);
      await desk.stand('ida', { isBlocked: false });
      const again = (await desk.find('ida')).rows.map(({ c }) => [c.attention, c.attention_by, c.waiting_since]);
      expect(again).toEqual(since.map((at) => ['needs_answer', null, at]));
      await desk.write(desk.comment('ida', 'p2', 'c2', 'Sorry'));
      expect((await desk.find('ida')).c).toMatchObject({ attention: 'needs_answer' });
    });

    it('leaves a question of somebody else in the same talk waiting', async () => {
      const desk = await open(db);
      await desk.write(desk.mail('ida', 'm1', 'Order', 'Where is it?', []));
      await desk.write(desk.mail('bo', 'm2', 'Re: Order', 'Spam', ['m1']));
      await desk.stand('ida', { isMuted: true });
      const { rows } = await sql<{ contact_id: ContactId }>`select contact_id from identities
        where workspace_id = ${desk.workspaceId} and external_id = 'bo'`.execute(db.read);
      const maker = { ...desk.who, acts: [] };
      await setStanding(db, maker, rows[0]?.contact_id as ContactId, { isBlocked: true }, desk.now());
      await desk.write(desk.mail('bo', 'm3', 'Re: Order', 'More spam', ['m1']));
      expect((await desk.find('ida')).c).toMatchObject({ attention: 'needs_answer', message_count: 3 });
      await setAttention(
        db,
        desk.who,
        { conversationId: (await desk.find('ida')).id as never, attention: 'answered' },
        desk.now(),
      );
      await desk.write(
        desk.mail('ida', 'm4', 'Re: Order', 'Thanks', ['m1']),
        desk.mail('bo', 'm5', 'Re: Order', 'Spam', ['m1']),
      );
      expect((await desk.find('ida')).c).toMatchObject({ attention: 'needs_answer', attention_by: null });
    });

    it('stays as a person settled it, though they gave the same reason in their own words', async () => {
      const desk = await open(db);
      await desk.write(desk.direct('ida', 'i1', 'Pills'));
      const conversationId = (await desk.find('ida')).id as never;
      const settled = { conversationId, attention: 'no_reply' as const, reason: 'blocked' };
      await setAttention(db, desk.who, settled, desk.now());
      await desk.stand('ida', { isBlocked: true });
      await desk.stand('ida', { isBlocked: false });
      expect((await desk.find('ida')).c).toMatchObject({ attention: 'no_reply', attention_by: desk.who.agentId });
    });

    it('waits when they are let in again while it is being filed', async () => {
      const desk = await open(db);
      await desk.write(desk.direct('ida', 'i', 'Hello'));
      const conversationId = (await desk.find('ida')).id as never;
      for (let turn = 0; turn < 4; turn += 1) {
        await setAttention(db, desk.who, { conversationId, attention: 'answered' }, desk.now());
        await desk.stand('ida', { isBlocked: true });
        await desk.receive([desk.direct('ida', `i-${turn}`, 'Sorry!')]);
        const letIn = async () => {
          for (let step = 0; step < turn; step += 1) await sql`select 1`.execute(db.read);
          await desk.stand('ida', { isBlocked: false });
        };
        await Promise.all([desk.file(), letIn()]);
        await desk.file();
        expect([turn, (await desk.find('ida')).c.attention]).toEqual([turn, 'needs_answer']);
      }
    });

    it('waits when somebody at the desk says that it does', async () => {
      const desk = await open(db);
      await desk.write(desk.direct('ida', 'i1', 'Pills'));
      await desk.stand('ida', { isBlocked: true });
      const { id } = await desk.find('ida');
      await setAttention(db, desk.who, { conversationId: id as never, attention: 'needs_answer' }, desk.now());
      await desk.write(desk.direct('ida', 'i2', 'Pills!'));
      expect((await desk.find('ida')).c).toMatchObject({ attention: 'needs_answer' });
    });
  });

  it('a muted person waits like everybody', async () => {
    const desk = await open(db);
    await desk.write(desk.direct('ida', 'i1', 'Hi'));
    await desk.stand('ida', { isMuted: true });
    await desk.write(desk.direct('ida', 'i2', 'Hello?'), desk.comment('ida', 'p1', 'c1', 'Anybody?'));
    expect((await desk.find('ida')).rows.map(({ c }) => c.attention)).toEqual(['needs_answer', 'needs_answer']);
  });
});
