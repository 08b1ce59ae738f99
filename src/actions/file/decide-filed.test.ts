import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { ANYTHING } from '../../core/clocks/policy.ts';
import type { Condition } from '../../core/conversation/filter.ts';
import type { RuleBody } from '../../core/rules/rule.ts';
import { lookAgainAtClocks } from '../../storage/clocks/look-again.ts';
import { putPolicy } from '../../storage/clocks/policies.ts';
import type { Database } from '../../storage/database.ts';
import { insertRule } from '../../storage/rules/rows.ts';
import { triageDue } from '../triage/triage-due.ts';
import { createLab, type Lab } from './lab.fixture.ts';

const HOUR = { by: 'minutes', minutes: 60, hours: 'all' } as const;
const MINUTE = 60_000;
const BAD = { rating: { stars: 1, of: 5 } };

eachDatabase((open) => {
  const decisions = async (db: Database, { workspaceId }: Lab) => {
    const { rows } = await sql<{ name: string; isDue: boolean; decided: unknown }>`
      select p.name, c.triage_at <= (select max(received_at) from ledger where workspace_id = ${workspaceId}) as "isDue",
        jsonb_build_object('priority', c.priority, 'parts', c.priority_parts, 'clocks', c.clocks, 'due', c.due_at, 'next', c.triage_at) as decided
      from conversations c join contacts p on p.workspace_id = c.workspace_id and p.id = c.contact_id
      where c.workspace_id = ${workspaceId} order by p.name, c.created_at`.execute(db.read);
    return rows;
  };
  const keepPolicy = (db: Database, lab: Lab) =>
    db.transaction(async (tx) => {
      const rest = { isOn: true, conditions: ANYTHING, warnMinutes: 10, onBreach: { teamId: null, agentId: null } };
      const policy = { ...rest, id: randomUUID(), name: 'An hour', targets: { first_response: HOUR } };
      await putPolicy(tx, lab.workspaceId, policy, lab.now());
      await lookAgainAtClocks(tx, lab.workspaceId);
    });
  const everything = async (db: Database, lab: Lab) => {
    await db.alone((tx) =>
      sql`update conversations set triage_at = ${lab.now()} where workspace_id = ${lab.workspaceId}`.execute(tx),
    );
    while ((await triageDue(db, lab.workspaceId, lab.now())) > 0);
  };

  it('comes to what the triager would come to a moment later, with clocks and without', async () => {
    const db = await open();
    const lab = await createLab(db);
    const teamId = randomUUID();
    await db.alone((tx) =>
      sql`insert into teams (workspace_id, id, name, created_at) values (${lab.workspaceId}, ${teamId}, 'Care', ${lab.now()})`.execute(
        tx,
      ),
    );
    await db.alone((tx) => sql`update inboxes set team_id = ${teamId} where id = ${lab.inboxId}`.execute(tx));
    await lab.receive([lab.comment('ada', 'p1', 'm0', 'I waited before there was a policy')]);
    await lab.file();
    const [before] = await decisions(db, lab);
    expect(before).toMatchObject({ isDue: false, decided: { clocks: [] } });
    await keepPolicy(db, lab);
    while ((await triageDue(db, lab.workspaceId, lab.now())) > 0);
    await lab.receive([
      { ...lab.comment('bea', 'p1', 'm1', ''), content: { text: 'Broken', attachments: [], ...BAD } },
      { ...lab.comment('cem', 'p1', 'm2', 'I talk about you'), author: influencer('cem') },
      lab.direct('dag', 'm3', 'One'),
      lab.direct('dag', 'm4', 'Two'),
    ]);
    await lab.file();
    lab.pass(20 * MINUTE);
    await lab.receive([
      { ...lab.comment('ada', 'p1', 'm5', ''), content: { text: 'Still nothing', attachments: [], ...BAD } },
      lab.direct('dag', 'm6', 'Three'),
    ]);
    await lab.file();
    const filed = await decisions(db, lab);
    expect(filed.map(({ name, isDue }) => [name, isDue])).toEqual([
      ['ada', false],
      ['bea', false],
      ['cem', false],
      ['dag', false],
    ]);
    const [ada, bea, cem] = filed as { decided: { priority: number; clocks: unknown[] } }[];
    expect(bea?.decided.clocks).toHaveLength(1);
    expect([ada?.decided.priority, bea?.decided.priority]).toEqual([20, 20]);
    expect(cem?.decided.priority).toBeGreaterThan(0);
    await everything(db, lab);
    expect(await decisions(db, lab)).toEqual(filed);
  });

  const addRule = (db: Database, { workspaceId, now }: Lab, body: Partial<RuleBody>, position = 1) =>
    db.transaction((tx) => {
      const all = { name: 'R', waitMinutes: 60, hours: null, filter: { match: 'all' as const, conditions: [] } };
      const acts = [{ do: 'priority' as const, points: 7 }];
      return insertRule(
        tx,
        workspaceId,
        { id: randomUUID(), isOn: true, position, body: { ...all, when: 'arrived', acts, ...body } },
        null,
        new Date(now().getTime() - MINUTE),
      );
    });
  const only = (...conditions: Condition[]) => ({ match: 'all' as const, conditions });
  const ruled = async (db: Database, { workspaceId }: Lab) =>
    (
      await sql<object>`select p.name, c.priority, c.triage_at, c.ruled_inbound_at, c.rule_boosts from conversations c
        join contacts p on p.workspace_id = c.workspace_id and p.id = c.contact_id
        where c.workspace_id = ${workspaceId} order by p.name`.execute(db.read)
    ).rows;

  it('asks the rules of work, and leaves to the triager only what one of them fits', async () => {
    const db = await open();
    const lab = await createLab(db);
    await addRule(db, lab, { filter: only({ about: 'text', is: 'contains', value: 'zip' }) });
    await addRule(db, lab, { filter: only({ about: 'contact', is: 'contains', value: 'press' }) }, 2);
    await addRule(db, lab, { when: 'waits' }, 3);
    await addRule(db, lab, { when: 'changed', filter: only({ about: 'messages', is: 'at_least', value: 3 }) }, 4);
    let nth = 0;
    const say = async (...words: readonly (readonly [by: string, text: string])[]) => {
      await lab.receive(words.map(([by, text]) => lab.direct(by, `m${++nth}`, text)));
      await lab.file();
    };
    await say(['ada', 'Hello'], ['bea', 'My zip is broken'], ['cem press', 'A word?'], ['dag', 'One'], ['eve', 'One']);
    const isDue = async () => (await decisions(db, lab)).map(({ name, isDue: due }) => (due ? `${name}!` : name));
    expect(await isDue()).toEqual(['ada', 'bea!', 'cem press!', 'dag', 'eve']);
    while ((await triageDue(db, lab.workspaceId, lab.now())) > 0);
    await say(['ada', 'And the zip, too'], ['bea', 'Still'], ['dag', 'Two'], ['eve', 'Two'], ['eve', 'Three']);
    // What a rule may have done there before only the triager knows.
    expect(await isDue()).toEqual(['ada!', 'bea!', 'cem press', 'dag!', 'eve!']);
    while ((await triageDue(db, lab.workspaceId, lab.now())) > 0);
    expect((await decisions(db, lab)).map(({ decided }) => (decided as { priority: number }).priority)).toEqual([
      17, 17, 17, 10, 17,
    ]);
  });

  it('comes to what the triager would come to where rules of work fit nothing, and when they are to look again', async () => {
    const db = await open();
    const lab = await createLab(db);
    await addRule(db, lab, { filter: only({ about: 'language', is: 'one_of', values: ['hu'] }) });
    await addRule(db, lab, { when: 'waits', waitMinutes: 90 }, 2);
    await addRule(db, lab, { when: 'always', filter: only({ about: 'quiet_minutes', is: 'at_least', value: 30 }) }, 3);
    await lab.receive([lab.direct('ada', 'm1', 'Hello'), lab.comment('bea', 'p1', 'm2', 'Hello you')]);
    await lab.file();
    const filed = await ruled(db, lab);
    expect((await decisions(db, lab)).map(({ isDue }) => isDue)).toEqual([false, false]);
    expect(filed).toMatchObject([{ ruled_inbound_at: expect.any(Date) }, { ruled_inbound_at: expect.any(Date) }]);
    // As if nobody had asked the rules yet.
    await db.alone((tx) =>
      sql`update conversations set ruled_inbound_at = null where workspace_id = ${lab.workspaceId}`.execute(tx),
    );
    await everything(db, lab);
    expect(await ruled(db, lab)).toEqual(filed);
  });

  it.each([
    {
      what: 'another matter of whoever is known already',
      before: async (db: Database, lab: Lab) => {
        await lab.receive([lab.comment('ida', 'p0', 'm0', 'Before')]);
        await lab.file();
        await everything(db, lab);
      },
      due: [false, true],
    },
    {
      what: 'what was answered and is asked about again',
      before: async (db: Database, lab: Lab) => {
        await lab.receive([lab.comment('ida', 'p1', 'm0', 'Before')]);
        await lab.file();
        await db.alone((tx) =>
          sql`update conversations set attention = 'answered', attention_by = ${lab.who.agentId} where workspace_id = ${lab.workspaceId}`.execute(
            tx,
          ),
        );
        await everything(db, lab);
      },
      due: [true],
    },
    {
      what: 'whoever has tried elsewhere',
      before: async (db: Database, lab: Lab) => {
        await lab.receive([lab.direct('ida', 'm-1', 'First'), lab.comment('ida', 'p1', 'm0', 'Then')]);
        await lab.file();
        await everything(db, lab);
      },
      due: [false, true],
    },
    {
      what: 'whoever speaks in two places at once',
      before: (_: Database, lab: Lab) => lab.receive([lab.comment('ida', 'p0', 'm0', 'Here')]),
      due: [true, true],
    },
    {
      what: 'what a rule of work looks at',
      before: async (db: Database, { workspaceId, now }: Lab) => {
        await db.alone((tx) =>
          sql`insert into rules (workspace_id, id, position, is_on, body, since, changed_at, created_at) values (${workspaceId}, ${randomUUID()}, 1, true,
            ${JSON.stringify({ name: 'R', when: 'arrived', waitMinutes: 60, hours: null, filter: { match: 'all', conditions: [] }, acts: [] })}::jsonb, ${now()}, ${now()}, ${now()})`.execute(
            tx,
          ),
        );
      },
      due: [true],
    },
  ])('leaves $what to the triager', async ({ before, due }) => {
    const db = await open();
    const lab = await createLab(db);
    await before(db, lab);
    await lab.receive([lab.comment('ida', 'p1', 'm1', 'Hello?')]);
    await lab.file();
    expect((await decisions(db, lab)).map(({ isDue }) => isDue)).toEqual(due);
  });

  it('has decided anew what was filed by the rules of before while a policy was being kept', async () => {
    const db = await open();
    if (db.kind === 'pglite') return; // One at a time there.
    const lab = await createLab(db);
    await lab.receive([lab.comment('ida', 'p1', 'm1', 'Hello?')]);
    const waitingFor = async (what: string) =>
      (
        await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where datname = current_database()
          and wait_event_type = 'Lock' and query like ${`%${what}%`}`.execute(db.read)
      ).rows[0]?.n;
    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    // The batch has decided, and cannot end yet.
    const holding = db.transaction(async (tx) => {
      await sql`select from workspaces where id = ${lab.workspaceId} for no key update`.execute(tx);
      held.resolve();
      await release.promise;
    });
    await held.promise;
    const filing = lab.file();
    await expect.poll(() => waitingFor('set change_seq'), { timeout: 20_000 }).toBe(1);
    const keeping = keepPolicy(db, lab);
    await expect.poll(() => waitingFor('from filing_turns'), { timeout: 20_000 }).toBe(1);
    release.resolve();
    await Promise.all([holding, filing, keeping]);
    expect(await decisions(db, lab)).toMatchObject([{ isDue: true, decided: { clocks: [] } }]);
    while ((await triageDue(db, lab.workspaceId, lab.now())) > 0);
    expect(await decisions(db, lab)).toMatchObject([
      { isDue: false, decided: { clocks: [{ kind: 'first_response' }] } },
    ]);
  });
});

const influencer = (id: string) => ({ kind: 'contact', person: { id, scope: '', name: id, followers: 2_000_000 } });
