import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { openWorld } from '../../../test/outgoing/world.ts';
import { ANYTHING } from '../../core/clocks/policy.ts';
import { putPolicy } from '../../storage/clocks/policies.ts';
import type { Database } from '../../storage/database.ts';
import { actOnOne } from '../act-on-one.ts';
import { setAttention } from '../set-attention.ts';
import { triageDue } from '../triage/triage-due.ts';

const MINUTE = 60_000;

eachDatabase((open) => {
  const start = async () => {
    const db: Database = await open();
    const { desk, dora } = await openWorld(db);
    const { conversationId } = await dora();
    const hour = { by: 'minutes', minutes: 60, hours: 'open' } as const;
    const rule = {
      id: randomUUID(),
      name: 'An hour',
      isOn: true,
      conditions: ANYTHING,
      targets: { acknowledgement: hour, first_response: hour },
      warnMinutes: 10,
      onBreach: { teamId: null, agentId: null },
    };
    const decide = async () => {
      await db.transaction((tx) =>
        tx.updateTable('conversations').set({ triage_at: desk.now() }).where('id', '=', conversationId).execute(),
      );
      while ((await triageDue(db, desk.workspaceId, desk.now())) > 0);
    };
    const keep = () => db.transaction((tx) => putPolicy(tx, desk.workspaceId, rule, desk.now()));
    const notices = async () =>
      (await db.read.selectFrom('notifications').selectAll().where('workspace_id', '=', desk.workspaceId).execute())
        .filter(({ kind }) => kind.startsWith('clock_'))
        .map(({ kind, agent_id }) => ({ kind, agent: agent_id }));
    return { db, desk, conversationId, keep, decide, notices };
  };
  it('warns, then says that it is over, once each, to whoever has it', async () => {
    const { db, desk, conversationId, keep, decide, notices } = await start();
    await keep();
    await actOnOne(db, desk.ana, conversationId, { do: 'assign', agentId: desk.bo.agentId }, desk.now());
    await setAttention(db, desk.ana, { conversationId, attention: 'acknowledged' }, desk.now());
    await decide();
    const row = await desk.conversation(conversationId);
    expect(row.due_at?.getTime()).toBe((row.last_inbound_at?.getTime() ?? 0) + 60 * MINUTE);
    expect(new Date(row.triage_at ?? 0).getTime()).toBe((row.last_inbound_at?.getTime() ?? 0) + 50 * MINUTE);
    expect(await notices()).toEqual([]);
    desk.pass(55 * MINUTE);
    for (let turn = 0; turn < 2; turn += 1) await decide();
    desk.pass(10 * MINUTE);
    for (let turn = 0; turn < 2; turn += 1) await decide();
    expect((await notices()).toSorted((a, b) => b.kind.localeCompare(a.kind))).toEqual(
      ['clock_warned', 'clock_breached'].map((kind) => ({ kind, agent: desk.bo.agentId })),
    );
    const told = (await desk.timeline(conversationId)).filter((kind) => kind.startsWith('clock_'));
    expect(told).toEqual(['clock_warned', 'clock_breached']);
    await setAttention(db, desk.ana, { conversationId, attention: 'answered' }, desk.now());
    await decide();
    expect(await desk.conversation(conversationId)).toMatchObject({ due_at: null, triage_at: null });
  });

  it('calls nobody for what was over when the policy was made, however lately, and yet says so', async () => {
    const { desk, conversationId, keep, decide, notices } = await start();
    desk.pass(90 * MINUTE);
    await keep();
    await decide();
    expect(await notices()).toEqual([]);
    expect(await desk.timeline(conversationId)).toContain('clock_breached');
  });

  it('calls nobody for what broke long ago, before there was a policy, and yet says so', async () => {
    const { desk, conversationId, keep, decide, notices } = await start();
    desk.pass(24 * 60 * MINUTE);
    await keep();
    await decide();
    expect(await notices()).toEqual([]);
    expect(await desk.timeline(conversationId)).toContain('clock_breached');
  });
});
