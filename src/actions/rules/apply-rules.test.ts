import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { TeamId } from '../../core/ids.ts';
import { newId } from '../../storage/new-id.ts';
import { actOnOne } from '../act-on-one.ts';
import { addSavedReply } from '../keep-saved-reply.ts';
import { makeTeam } from '../make-team.ts';
import { triageDue } from '../triage/triage-due.ts';
import { dryRunRule } from './dry-run-rule.ts';
import { changeRule, orderRules, removeRule, takeBackRule } from './keep-rule.ts';
import { openRulesLab, type RulesLab } from './rules-lab.fixture.ts';

const MINUTE = 60_000;
const angry = {
  match: 'all' as const,
  conditions: [{ about: 'sentiment', is: 'one_of', values: ['negative'] } as const],
};

eachDatabase((open) => {
  let lab: RulesLab;
  let db: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    db ??= await open();
    lab = await openRulesLab(db);
  });
  const saved = async (text: string) =>
    (
      await addSavedReply(
        db,
        lab.owner,
        { id: newId(), title: text, shortcut: null, isShared: true, variants: [{ language: null, text }] } as never,
        lab.now(),
      )
    ).id;

  it('does what it says where its conditions hold, once, and says why', async () => {
    const [bo, hot] = [lab.bo.agentId ?? '', await lab.label('hot')];
    const team = await makeTeam(
      db,
      lab.owner,
      { id: newId<TeamId>(), name: 'German', agentIds: [] } as never,
      lab.now(),
    );
    const rule = await lab.rule(
      [
        { do: 'team', teamId: (team as { id: string }).id },
        { do: 'assign', agentId: bo },
        { do: 'label', add: [hot], remove: [] },
        { do: 'priority', points: 30 },
      ],
      { name: 'Angry', filter: angry },
    );
    const [calm, cross] = [await lab.customer(), await lab.customer()];
    await lab.set(cross.conversationId, sql`sentiment = -1`);
    await lab.triage();
    expect(await lab.conversation(calm.conversationId)).toMatchObject({ assignee_id: null, label_ids: [] });
    const row = await lab.conversation(cross.conversationId);
    expect(row).toMatchObject({ assignee_id: bo, label_ids: [hot], assigned_by_hand: false, team_by_hand: false });
    expect(row.priority_parts).toContainEqual({ factor: 'rule', points: 30, fact: { rule: 'Angry', ruleId: rule.id } });
    const moments = (await lab.moments(cross.conversationId)).filter(({ who }) => who === 'rule');
    expect(moments.map(({ kind }) => kind)).toEqual(['team_set', 'assigned', 'labelled', 'rule_priority']);
    for (const { detail } of moments)
      expect(detail).toMatchObject({ rule: { id: rule.id, name: 'Angry' }, because: angry.conditions });

    // The same event again, and again.
    await lab.set(cross.conversationId, sql`triage_at = '-infinity'`);
    await lab.triage();
    expect(await lab.moments(cross.conversationId)).toHaveLength(moments.length);
  });

  it('never takes from a person what a person gave, and gives what routing gave', async () => {
    const [ana, bo] = [lab.ana.agentId ?? '', lab.bo.agentId ?? ''];
    await lab.rule([{ do: 'assign', agentId: bo }]);
    const [byHand, free] = [await lab.customer(), await lab.customer()];
    await actOnOne(db, lab.owner, byHand.conversationId, { do: 'assign', agentId: ana }, lab.now());
    await lab.set(
      free.conversationId,
      sql`assignee_id = ${ana}, triage_at = ${lab.now()}::timestamptz - interval '1 second'`,
    );
    await lab.triage();
    expect(await lab.conversation(byHand.conversationId)).toMatchObject({ assignee_id: ana, assigned_by_hand: true });
    expect(await lab.conversation(free.conversationId)).toMatchObject({ assignee_id: bo, assigned_by_hand: false });
    await actOnOne(db, lab.owner, free.conversationId, { do: 'assign', agentId: ana }, lab.now());
    await lab.again(free);
    await lab.triage();
    expect(await lab.conversation(free.conversationId)).toMatchObject({ assignee_id: ana });
  });

  it('hands back to routing what routing gave, and not what a person gave', async () => {
    const ana = lab.ana.agentId ?? '';
    await lab.rule([{ do: 'choose' }], { when: 'waits', waitMinutes: 60 });
    const [routed, byHand] = [await lab.customer(), await lab.customer()];
    await lab.set(routed.conversationId, sql`assignee_id = ${ana}, routed = ${JSON.stringify({ to: ana })}::jsonb`);
    await actOnOne(db, lab.owner, byHand.conversationId, { do: 'assign', agentId: ana }, lab.now());
    lab.pass(61 * MINUTE);
    await lab.triage();
    expect(await lab.conversation(routed.conversationId)).toMatchObject({ assignee_id: null });
    expect(await lab.conversation(byHand.conversationId)).toMatchObject({ assignee_id: ana });
  });

  it('goes in order, each seeing what the one before did, and stops where one says so', async () => {
    const [a, b, c] = [await lab.label('a'), await lab.label('b'), await lab.label('c')];
    const has = (id: string) => ({
      match: 'all' as const,
      conditions: [{ about: 'label', is: 'one_of', values: [id] } as const],
    });
    const late = await lab.rule([{ do: 'label', add: [c], remove: [] }]);
    const second = await lab.rule([{ do: 'label', add: [b], remove: [] }, { do: 'stop' }], { filter: has(a) });
    const first = await lab.rule([{ do: 'label', add: [a], remove: [] }]);
    await orderRules(db, lab.owner, [first.id, second.id, late.id], lab.now());
    const one = await lab.customer();
    await lab.triage();
    expect((await lab.conversation(one.conversationId)).label_ids).toEqual([a, b]);
  });

  it('answers for us once a day, says that it was automatic, and leaves the customer waiting', async () => {
    await lab.rule([{ do: 'reply', replyId: await saved('We are on it.') }], { name: 'Receipt' });
    const one = await lab.customer();
    await lab.triage();
    const sent = async () =>
      (await lab.messages(one.conversationId)).filter(({ direction }) => direction === 'outbound');
    expect(await sent()).toMatchObject([
      { text: 'We are on it.', automatic: 'rule', agent_id: null, delivery: 'queued' },
    ]);
    expect(await lab.conversation(one.conversationId)).toMatchObject({
      attention: 'needs_answer',
      first_response_at: null,
    });
    expect((await lab.outbox()).length).toBe(1);
    await lab.again(one);
    await lab.triage();
    expect(await sent()).toHaveLength(1);
    const told = (await lab.moments(one.conversationId)).at(-1);
    expect(told).toMatchObject({
      kind: 'rule_could_not',
      detail: { act: 'reply', why: expect.stringContaining('24 hours') },
    });
    lab.pass(25 * 60 * MINUTE);
    await lab.again(one);
    await lab.triage();
    expect(await sent()).toHaveLength(2);
  });

  it('holds few conversations at once while it answers in them, and many where it does not', async () => {
    await lab.rule([{ do: 'label', add: [await lab.label('seen')], remove: [] }]);
    for (let n = 0; n < 60; n += 1) await lab.customer();
    const look = () => triageDue(db, lab.workspaceId, lab.now());
    expect(await look()).toBe(60);
    await lab.rule([{ do: 'reply', replyId: await saved('We are on it.') }]);
    await sql`update conversations set triage_at = '-infinity' where workspace_id = ${lab.workspaceId}`.execute(
      db.read,
    );
    expect([await look(), await look(), await look(), await look()]).toEqual([25, 25, 10, 0]);
  });

  it('does not answer a machine', async () => {
    await lab.rule([{ do: 'reply', replyId: await saved('Thank you.') }]);
    const one = await lab.customer('I am out of office');
    await db.alone((tx) => sql`update messages set automatic = 'auto_reply' where id = ${one.messageId}`.execute(tx));
    await lab.triage();
    expect(await lab.messages(one.conversationId)).toHaveLength(1);
    expect((await lab.moments(one.conversationId)).at(-1)).toMatchObject({ kind: 'rule_could_not' });
  });

  it('acts on what waits long enough, once for each time of waiting', async () => {
    await lab.rule([{ do: 'priority', points: 7 }], { when: 'waits', waitMinutes: 60 });
    const one = await lab.customer();
    await lab.triage();
    const boosts = async () => (await lab.conversation(one.conversationId)).rule_boosts;
    expect(await boosts()).toEqual([]);
    lab.pass(59 * MINUTE);
    await lab.triage();
    expect(await boosts()).toEqual([]);
    lab.pass(MINUTE);
    await lab.triage();
    expect(await boosts()).toMatchObject([{ points: 7 }]);
    await actOnOne(db, lab.owner, one.conversationId, { do: 'attention', attention: 'answered' }, lab.now());
    await lab.triage();
    expect(await boosts()).toEqual([]);
  });

  it('looks at what waits already when it is made, and forgets what it put on top when it is removed', async () => {
    const one = await lab.customer();
    await lab.triage();
    lab.pass(90 * MINUTE);
    const rule = await lab.rule([{ do: 'priority', points: 7 }], { when: 'waits', waitMinutes: 60 });
    await lab.triage();
    const priority = async () => (await lab.conversation(one.conversationId)).priority;
    const high = await priority();
    await removeRule(db, lab.owner, rule.id, lab.now());
    await lab.triage();
    expect(await priority()).toBe(high - 7);
    await takeBackRule(db, lab.owner, { id: rule.id, version: 1 }, lab.now());
    await lab.triage();
    expect(await priority()).toBe(high);
  });

  it('keeps to its hours', async () => {
    const hours = { is: 'outside', week: 'Mon-Sun 00:00-24:00', zone: 'UTC' } as const;
    await lab.rule([{ do: 'priority', points: 7 }], { hours });
    const one = await lab.customer();
    await lab.triage();
    expect((await lab.conversation(one.conversationId)).rule_boosts).toEqual([]);
  });

  it('does what its dry run says, and touches nothing before', async () => {
    const [x, bo] = [await lab.label('x'), lab.bo.agentId ?? ''];
    const people = [await lab.customer(), await lab.customer(), await lab.customer()] as const;
    for (const { conversationId } of people.slice(0, 2)) await lab.set(conversationId, sql`sentiment = -1`);
    await actOnOne(db, lab.owner, people[0].conversationId, { do: 'assign', agentId: lab.ana.agentId }, lab.now());
    const acts = [
      { do: 'assign', agentId: bo },
      { do: 'label', add: [x], remove: [] },
    ] as const;
    await lab.triage();
    const body = { name: 'x', when: 'always', waitMinutes: 60, hours: null, filter: angry, acts } as const;
    const run = await dryRunRule(db.read, lab.owner, body, lab.now());
    expect(run).toMatchObject({ looked: 3, found: 2 });
    expect(run.newest.map(({ id }) => id).toSorted()).toEqual(
      people
        .slice(0, 2)
        .map((one) => one.conversationId)
        .toSorted(),
    );
    for (const one of people) expect((await lab.conversation(one.conversationId)).label_ids).toEqual([]);

    await lab.rule(acts, { when: 'always', filter: angry });
    await lab.triage();
    for (const { id, steps } of run.newest) {
      const kinds = (await lab.moments(id as never)).filter(({ who }) => who === 'rule').map(({ kind }) => kind);
      const said = { assign: 'assigned', label: 'labelled' } as Record<string, string>;
      expect(kinds).toEqual(steps.filter(({ outcome }) => outcome === 'does').map((step) => said[step.do]));
    }
    expect((await lab.moments(people[2].conversationId)).filter(({ who }) => who === 'rule')).toEqual([]);
  });

  it('says in the timeline what it could not do', async () => {
    await lab.rule([{ do: 'assign', agentId: lab.bo.agentId ?? '' }]);
    await db.alone((tx) =>
      sql`update agents set deactivated_at = ${lab.now()} where id = ${lab.bo.agentId}`.execute(tx),
    );
    const one = await lab.customer();
    await lab.triage();
    expect(await lab.moments(one.conversationId)).toMatchObject([
      { kind: 'rule_could_not', who: 'rule', detail: { act: 'assign' } },
    ]);
    expect((await lab.conversation(one.conversationId)).assignee_id).toBeNull();
  });

  it('is left alone by what another workspace does', async () => {
    const other = await openRulesLab(db);
    const one = await lab.customer();
    await other.rule([{ do: 'priority', points: 50 }]);
    await other.triage();
    await lab.triage();
    expect((await lab.conversation(one.conversationId)).rule_boosts).toEqual([]);
  });

  it('writes another version only when it says something else', async () => {
    const rule = await lab.rule([{ do: 'priority', points: 5 }]);
    expect(await changeRule(db, lab.owner, rule.id, { isOn: false }, lab.now())).toMatchObject({
      version: 1,
      isOn: false,
    });
    const { id: _, ...rest } = rule;
    const body = { ...rest, acts: [{ do: 'priority', points: 9 }] } as never;
    expect(await changeRule(db, lab.owner, rule.id, { body }, lab.now())).toMatchObject({ version: 2 });
    expect(await takeBackRule(db, lab.owner, { id: rule.id, version: 1 }, lab.now())).toMatchObject({
      version: 3,
      acts: [{ do: 'priority', points: 5 }],
    });
  });
});
