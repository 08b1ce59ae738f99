import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { AgentId, ConversationId } from '../../core/ids.ts';
import { assignConversation } from '../assign-conversation.ts';
import { setAttention } from '../set-attention.ts';
import { giveOutWaiting } from './give-out-waiting.ts';
import { openRoutingLab } from './routing-lab.fixture.ts';
import { setAway } from './set-away.ts';

const MINUTE = 60_000;

eachDatabase((open) => {
  it('gives each of 500 to the one who knows it and speaks it, and nobody more than they can hold', async () => {
    const lab = await openRoutingLab(await open());
    const languages = ['en', 'de', 'fi', 'hu', 'ko'];
    const topics = ['refund', 'delivery'];
    const who = new Map<string, AgentId>();
    for (const language of languages)
      for (const topic of topics)
        who.set(`${language} ${topic}`, await lab.hire({ skills: [topic], languages: [language], capacity: 50 }));
    const said = Array.from({ length: 500 }, (_, n) => ({
      language: languages[n % 5] ?? '',
      topic: topics[Math.floor(n / 5) % 2] ?? '',
      priority: n % 90,
    }));
    const ids = await lab.wait(said);
    expect(await lab.look()).toBe(0);
    await lab.policy({});
    while ((await lab.look()) > 0);
    expect(await lab.holders(ids)).toEqual(said.map(({ language, topic }) => who.get(`${language} ${topic}`)));
    expect([...(await lab.loads()).values()]).toEqual(Array.from({ length: 10 }, () => 50));
  });

  it('takes the most urgent first, and fills a place as soon as it is free', async () => {
    const db = await open();
    const lab = await openRoutingLab(db);
    const [ana, bo] = [await lab.hire({ capacity: 2 }), await lab.hire({ capacity: 1 })];
    const ids = await lab.wait([10, 50, 30, 40, 20].map((priority) => ({ priority })));
    await lab.policy({});
    expect(await lab.look()).toBe(3);
    const given = async () => (await lab.holders(ids)).map((one) => one !== null);
    expect(await given()).toEqual([false, true, true, true, false]);
    expect(await lab.look()).toBe(0);

    const mine = (await lab.holders(ids)).indexOf(bo);
    await setAttention(
      db,
      { workspaceId: lab.workspaceId, agentId: bo },
      { conversationId: ids[mine] as ConversationId, attention: 'answered' },
      lab.now(),
    );
    expect(await lab.look()).toBe(1);
    expect((await lab.holders(ids))[4]).toBe(bo);

    await setAway(db, { workspaceId: lab.workspaceId, agentId: ana }, true, lab.now());
    await sql`update agent_desks set capacity = 9 where workspace_id = ${lab.workspaceId} and agent_id = ${ana}`.execute(
      db.read,
    );
    expect(await lab.look()).toBe(0);
    await setAway(db, { workspaceId: lab.workspaceId, agentId: ana }, false, lab.now());
    expect(await lab.look()).toBe(1);
    expect((await lab.holders(ids))[0]).toBe(ana);
  });

  it('finds what somebody can take, however much lies before it that nobody can', async () => {
    const db = await open();
    const lab = await openRoutingLab(db);
    const fin = await lab.hire({ languages: ['fi'], capacity: 0 });
    const german = await lab.hire({ languages: ['de'], capacity: 2 });
    const hopeless = Array.from({ length: 5_100 }, () => ({ language: 'fi', priority: 80 }));
    const ids = await lab.wait([
      ...hopeless,
      { language: 'fi', priority: 40 },
      { language: 'de', priority: 10 },
      { language: 'de', priority: 5 },
    ]);
    // Taken from the only one who speaks it: then the language keeps nobody waiting for ever.
    const [taken = '', last = '', later = ''] = ids.slice(-3);
    await sql`update conversations set routed = ${JSON.stringify({ not: fin })}::jsonb where id = ${taken}`.execute(
      db.read,
    );
    await lab.settle();
    await lab.policy({});
    await lab.settle();
    expect(await lab.look()).toBe(2);
    expect(await lab.holders([taken, last, later])).toEqual([german, german, null]);
    expect(await lab.look()).toBe(0);
  });

  it('leaves what a person gave to somebody where it is, whatever the clock says', async () => {
    const db = await open();
    const lab = await openRoutingLab(db);
    const [ana, bo, cy] = [await lab.hire(), await lab.hire(), await lab.hire({ capacity: 0 })];
    const [first = '', second = ''] = (await lab.wait([{}, {}])) as ConversationId[];
    const lead = { workspaceId: lab.workspaceId, agentId: bo };
    await assignConversation(db, lead, { conversationId: first as ConversationId, agentId: cy }, lab.now());
    await lab.policy({ passOnMinutes: 10 });
    await lab.settle();
    expect(await lab.look()).toBe(1);
    expect((await lab.holders([first]))[0]).toBe(cy);

    // What a rule gave and a person moved is the person's, even back to the one the rule had chosen.
    const [by] = (await lab.holders([second])) as AgentId[];
    const other = by === ana ? bo : ana;
    await assignConversation(db, lead, { conversationId: second as ConversationId, agentId: other }, lab.now());
    await assignConversation(db, lead, { conversationId: second as ConversationId, agentId: by ?? null }, lab.now());
    await lab.settle();
    lab.pass(60 * MINUTE);
    for (const one of [ana, bo]) await lab.seen(one);
    expect(await lab.look()).toBe(0);
    expect(await lab.holders([first, second])).toEqual([cy, by]);

    // Taken from somebody it goes to somebody else.
    await assignConversation(db, lead, { conversationId: second as ConversationId, agentId: null }, lab.now());
    await lab.settle();
    expect(await lab.look()).toBe(1);
    expect(await lab.holders([second])).toEqual([other]);
  });

  it('passes on what was left unanswered, tells both, and says why', async () => {
    const db = await open();
    const lab = await openRoutingLab(db);
    const all = [await lab.hire(), await lab.hire()];
    const [id = ''] = await lab.wait([{}]);
    await lab.policy({ passOnMinutes: 10 });
    await lab.look();
    const [first] = await lab.holders([id]);
    lab.pass(9 * MINUTE);
    await lab.settle();
    for (const one of all) await lab.seen(one);
    expect(await lab.look()).toBe(0);
    lab.pass(MINUTE);
    expect(await lab.look()).toBe(1);
    const [second] = await lab.holders([id]);
    expect(second).toBe(all.find((one) => one !== first));
    const told = await db.read
      .selectFrom('notifications')
      .select(['agent_id', 'kind'])
      .where('workspace_id', '=', lab.workspaceId)
      .orderBy('at')
      .execute();
    expect(told).toHaveLength(3);
    expect(told).toContainEqual({ agent_id: first, kind: 'assigned' });
    expect(told).toContainEqual({ agent_id: first, kind: 'passed_on' });
    expect(told).toContainEqual({ agent_id: second, kind: 'assigned' });
    const events = await db.read
      .selectFrom('timeline_events')
      .select(['actor_kind', 'kind', 'detail'])
      .where('workspace_id', '=', lab.workspaceId)
      .orderBy('at')
      .execute();
    expect(events).toMatchObject([
      { actor_kind: 'rule', kind: 'assigned', detail: { to: first, why: 'best_fit' } },
      { actor_kind: 'rule', kind: 'assigned', detail: { to: second, from: first, why: 'passed_on' } },
    ]);
    const row = await db.read
      .selectFrom('conversations')
      .select('routed')
      .where('workspace_id', '=', lab.workspaceId)
      .executeTakeFirstOrThrow();
    expect(row.routed).toMatchObject({ to: second, how: 'best_fit', had: [first], policy: { version: 1 } });

    // Both had it: it stays, and nobody is called again.
    lab.pass(10 * MINUTE);
    await lab.settle();
    for (const one of all) await lab.seen(one);
    expect(await lab.look()).toBe(0);
    expect(await lab.holders([id])).toEqual([second]);
  });

  it('counts the time to answer in the hours of the inbox', async () => {
    const db = await open();
    const lab = await openRoutingLab(db);
    const all = [await lab.hire(), await lab.hire()];
    // It is Sunday, ten o'clock.
    await sql`update inboxes set hours = ${JSON.stringify({ open: 'Mon-Fri 09:00-17:00', timeZone: 'UTC' })}::jsonb
      where workspace_id = ${lab.workspaceId}`.execute(db.read);
    const [id = ''] = await lab.wait([{}]);
    await lab.policy({ passOnMinutes: 10 });
    expect(await lab.look()).toBe(1);
    const [first] = await lab.holders([id]);
    await lab.settle();
    const lookAfter = async (minutes: number) => {
      lab.pass(minutes * MINUTE);
      for (const one of all) await lab.seen(one);
      return lab.look();
    };
    expect(await lookAfter(23 * 60 + 9)).toBe(0);
    expect(await lookAfter(1)).toBe(1);
    expect(await lab.holders([id])).not.toEqual([first]);
  });

  it('leaves alone what nobody decided about yet, what sleeps, and what is answered', async () => {
    const db = await open();
    const lab = await openRoutingLab(db);
    await lab.hire();
    const ids = await lab.wait([{}, {}]);
    await lab.policy({});
    await sql`update conversations set triage_at = '-infinity' where workspace_id = ${lab.workspaceId} and id = ${ids[0]}::uuid`.execute(
      db.read,
    );
    await sql`update conversations set snoozed_until = ${new Date(lab.now().getTime() + MINUTE)}, triage_at = null where workspace_id = ${lab.workspaceId} and id = ${ids[1]}::uuid`.execute(
      db.read,
    );
    await sql`update conversations set triage_at = null where workspace_id = ${lab.workspaceId} and id = ${ids[1]}::uuid`.execute(
      db.read,
    );
    expect(await lab.look()).toBe(0);
    await lab.settle();
    expect(await lab.look()).toBe(1);
    expect((await lab.holders(ids))[1]).toBe(null);
  });

  it('asks first whoever answered this person before', async () => {
    const db = await open();
    const lab = await openRoutingLab(db);
    const [, bo] = [await lab.hire(), await lab.hire({ capacity: 50 })];
    await lab.policy({ weights: { skill: 0, team: 0, load: 100, speed: 0, satisfaction: 0 } });
    await lab.hire();
    const [before = '', next = ''] = await lab.wait([{}, {}]);
    await sql`update conversations set attention = 'answered', attention_by = ${bo}, last_outbound_at = ${lab.now()},
      contact_id = (select contact_id from conversations where workspace_id = ${lab.workspaceId} and id = ${next}::uuid)
      where workspace_id = ${lab.workspaceId} and id = ${before}::uuid`.execute(db.read);
    await sql`insert into messages (workspace_id, id, inbox_id, conversation_id, agent_id, direction, reach, text, sent_at, received_at)
      values (${lab.workspaceId}, gen_random_uuid(), ${lab.inboxId}, ${before}::uuid, ${bo}, 'outbound', 'owned_private', 'Hi', ${lab.now()}, ${lab.now()})`.execute(
      db.read,
    );
    await lab.settle();
    await lab.look();
    expect(await lab.holders([next])).toEqual([bo]);
  });

  it('never gives anybody more than they hold, with two that give out at once', async () => {
    const db = await open();
    for (let round = 0; round < 4; round += 1) {
      const lab = await openRoutingLab(db);
      const capacities = [0, 1, 3, 7, 2 + round];
      const agents: AgentId[] = [];
      for (const capacity of capacities) agents.push(await lab.hire({ capacity }));
      await lab.wait(Array.from({ length: 40 }, (_, n) => ({ priority: n % 7 })));
      await lab.policy({ mode: (['best_fit', 'round_robin', 'least_busy'] as const)[round % 3] ?? 'best_fit' });
      const looks = Array.from({ length: 6 }, () => giveOutWaiting(db, lab.workspaceId, lab.now()));
      const given = (await Promise.all(looks)).reduce((sum, one) => sum + one, 0);
      expect(given).toBe(capacities.reduce((sum, one) => sum + one, 0));
      const loads = await lab.loads();
      expect(agents.map((id) => loads.get(id) ?? 0)).toEqual(capacities);
    }
  });
});
