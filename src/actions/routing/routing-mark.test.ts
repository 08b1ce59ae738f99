import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { ConversationId } from '../../core/ids.ts';
import { OPEN_LASTS_MS } from '../../core/routing/desk.ts';
import { setAttention } from '../set-attention.ts';
import { openRoutingLab } from './routing-lab.fixture.ts';
import { routingMark } from './routing-mark.ts';
import { setAway } from './set-away.ts';

eachDatabase((open) => {
  it('stays while nothing changed that could give somebody work, and moves with whatever could', async () => {
    const db = await open();
    const lab = await openRoutingLab(db);
    const ana = await lab.hire({ capacity: 1 });
    const [first = '', second = ''] = await lab.wait([{ priority: 20 }, {}]);
    const mark = () => routingMark(db.read, lab.workspaceId, lab.now());
    expect(await mark()).toBe(null);
    await lab.policy({});
    await lab.look();
    await lab.settle();
    let last = await mark();
    const moves = async (by: () => Promise<unknown>) => {
      expect(await mark()).toBe(last);
      await by();
      const next = await mark();
      expect(next).not.toBe(last);
      last = next;
    };
    const who = { workspaceId: lab.workspaceId, agentId: ana };
    await moves(() => setAway(db, who, true, lab.now()));
    await moves(() => setAway(db, who, false, lab.now()));
    await moves(async () => lab.pass(OPEN_LASTS_MS + 1));
    await moves(() => lab.seen(ana));
    await moves(async () => {
      const answer = { conversationId: first as ConversationId, attention: 'answered' } as const;
      await setAttention(db, who, answer, lab.now());
      await lab.settle();
    });
    // What is decided anew may come to wait without anything telling of it: until then no look is the last.
    await sql`update conversations set triage_at = '-infinity' where workspace_id = ${lab.workspaceId} and id = ${second}::uuid`.execute(
      db.read,
    );
    const undecided = await mark();
    lab.pass(1);
    expect(await mark()).not.toBe(undecided);
  });
});
