import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { ConversationId } from '../../core/ids.ts';
import { listRules } from '../../storage/rules/rows.ts';
import { actOnOne } from '../act-on-one.ts';
import { fillFields } from '../fill-fields.ts';
import { makeField } from '../keep-field.ts';
import { explainRules } from './explain-rules.ts';
import { changeRule, orderRules } from './keep-rule.ts';
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

  it('comes to rest where two rules undo each other, and rests where too much happens', async () => {
    const [x, y] = [await lab.label('x'), await lab.label('y')];
    const has = (id: string) => ({
      match: 'all' as const,
      conditions: [{ about: 'label', is: 'one_of', values: [id] } as const],
    });
    const first = await lab.rule([{ do: 'label', add: [y], remove: [x] }], { when: 'changed', filter: has(x) });
    await lab.rule([{ do: 'label', add: [x], remove: [y] }], { when: 'changed', filter: has(y) });
    const one = await lab.customer();
    await lab.triage();
    await actOnOne(db, lab.owner, one.conversationId, { do: 'label', add: [x], remove: [] }, lab.now());
    await lab.triage();
    expect((await lab.conversation(one.conversationId)).label_ids).toEqual([x]);
    for (let round = 0; round < 12; round += 1) {
      lab.pass(MINUTE);
      await actOnOne(
        db,
        lab.owner,
        one.conversationId,
        { do: 'snooze', until: new Date(lab.now().getTime() + 9 * MINUTE).toISOString() },
        lab.now(),
      );
      await lab.triage();
    }
    const moments = await lab.moments(one.conversationId);
    const kinds = moments.filter(({ who }) => who === 'rule').map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'labelled')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'rule_rests').length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => kind === 'rule_rests').length).toBeLessThan(3);
    const explained = await explainRules(db.read, lab.owner, one.conversationId, lab.now());
    expect(explained.find(({ rule }) => rule.id === first.id)).toMatchObject({
      restsUntil: expect.any(Date),
    });
    const resting = async () => (await listRules(db.read, lab.workspaceId, lab.now())).map((rule) => rule.resting);
    expect(Math.max(...(await resting()))).toBe(1);

    // An hour later it has slept enough.
    lab.pass(61 * MINUTE);
    expect(await resting()).toEqual([0, 0]);
    await actOnOne(db, lab.owner, one.conversationId, { do: 'snooze', until: null }, lab.now());
    await lab.triage();
    const after = (await lab.moments(one.conversationId)).filter(({ who }) => who === 'rule').slice(kinds.length);
    expect(after.map(({ kind }) => kind)).toContain('labelled');
    expect(moments.find(({ kind }) => kind === 'rule_rests')?.detail).toMatchObject({
      until: expect.stringMatching(/^\d{4}-/),
    });
  });

  it('says why a rule does nothing somewhere', async () => {
    const [bo, x] = [lab.bo.agentId ?? '', await lab.label('x')];
    const old = await lab.customer();
    await lab.triage();
    const first = await lab.rule([{ do: 'priority', points: 1 }, { do: 'stop' }], { name: 'First', filter: angry });
    const given = await lab.rule([{ do: 'assign', agentId: bo }], { name: 'Given' });
    const labels = await lab.rule([{ do: 'label', add: [x], remove: [] }], { name: 'Labels', when: 'changed' });
    await orderRules(db, lab.owner, [first.id, given.id, labels.id], lab.now());
    const one = await lab.customer();
    await lab.triage();
    const why = async (of: { readonly conversationId: ConversationId }, id: string) =>
      (await explainRules(db.read, lab.owner, of.conversationId, lab.now())).find(({ rule }) => rule.id === id);
    const nothing = {
      isOlder: false,
      isBlocked: false,
      isMerged: false,
      byHand: [],
      stoppedBy: null,
      restsUntil: null,
    };
    expect(await why(one, given.id)).toMatchObject({ ...nothing, fits: true });
    expect(await why(old, given.id)).toMatchObject({ ...nothing, isOlder: true });
    expect(await why(old, labels.id)).toMatchObject(nothing);

    lab.pass(MINUTE);
    await actOnOne(db, lab.owner, one.conversationId, { do: 'assign', agentId: lab.ana.agentId }, lab.now());
    await actOnOne(db, lab.owner, one.conversationId, { do: 'label', add: [], remove: [x] }, lab.now());
    await lab.triage();
    expect(await why(one, given.id)).toMatchObject({ ...nothing, byHand: ['assign'] });
    expect(await why(one, labels.id)).toMatchObject({ ...nothing, byHand: ['label'] });
    await lab.set(one.conversationId, sql`sentiment = -1`);
    expect(await why(one, labels.id)).toMatchObject({ stoppedBy: { id: first.id, name: 'First' } });
    expect(await why(one, first.id)).toMatchObject(nothing);
    await changeRule(db, lab.owner, first.id, { isOn: false }, lab.now());
    expect(await why(one, labels.id)).toMatchObject({ stoppedBy: null });
    await db.alone((tx) =>
      sql`update contacts set blocked_at = ${lab.now()}, blocked_by = ${lab.owner.agentId} where workspace_id = ${lab.workspaceId} and id = ${one.contactId}`.execute(
        tx,
      ),
    );
    expect(await why(one, labels.id)).toMatchObject({ isBlocked: true });
  });

  it('leaves undone what a person undid, there and by that rule alone', async () => {
    const size = randomUUID();
    await makeField(
      db,
      lab.owner,
      { id: size as never, about: 'conversation', name: `Size ${size}`, kind: 'text' } as never,
      lab.now(),
    );
    const x = await lab.label('x');
    const acts = [
      { do: 'label', add: [x], remove: [] },
      { do: 'snooze', minutes: 600 },
      { do: 'field', fieldId: size, value: 'M' },
    ] as const;
    await lab.rule(acts, { when: 'changed' });
    const [one, other] = [await lab.customer(), await lab.customer()];
    await lab.triage();
    const standing = async (of = one) => {
      const { label_ids, snoozed_until, fields } = await lab.conversation(of.conversationId);
      return { labels: label_ids, isSnoozed: snoozed_until !== null, size: (fields as Record<string, unknown>)[size] };
    };
    const asRuled = { labels: [x], isSnoozed: true, size: 'M' };
    expect(await standing()).toEqual(asRuled);

    lab.pass(MINUTE);
    const { conversationId } = one;
    await actOnOne(db, lab.owner, conversationId, { do: 'label', add: [], remove: [x] }, lab.now());
    await actOnOne(db, lab.owner, conversationId, { do: 'snooze', until: null }, lab.now());
    await fillFields(db, lab.owner, { about: 'conversation', id: conversationId, values: { [size]: 'L' } }, lab.now());
    await lab.triage();
    lab.pass(MINUTE);
    await lab.again(one);
    await lab.triage();
    expect(await standing()).toEqual({ labels: [], isSnoozed: false, size: 'L' });
    expect(await standing(other)).toEqual(asRuled);
    const second = await lab.rule([{ do: 'label', add: [x], remove: [] }], { when: 'arrived' });
    await lab.again(one);
    await lab.triage();
    expect(await standing()).toMatchObject({ labels: [x] });
    expect((await lab.moments(conversationId)).at(-1)).toMatchObject({
      kind: 'labelled',
      detail: { rule: { id: second.id } },
    });
  });
});
