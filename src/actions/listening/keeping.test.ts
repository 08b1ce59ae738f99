import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { BOARDS_MOST, LISTENING_RULES_MOST, type ListeningBody } from '../../core/listening/listening-rule.ts';
import { bodyOf as wholeBody } from '../../core/listening/rule.fixture.ts';
import type { Database } from '../../storage/database.ts';
import { listBoards } from '../../storage/listening/boards.ts';
import { listListeningRules, readRulesThatAreOn, rememberRules } from '../../storage/listening/listening-rules.ts';
import { createLab } from '../file/lab.fixture.ts';
import type { Principal } from '../who.ts';
import { addBoard, changeBoard, orderBoards, removeBoard } from './keep-board.ts';
import { addListeningRule, bodyOf, changeListeningRule, removeListeningRule } from './keep-listening-rule.ts';

async function open(db: Database) {
  const lab = await createLab(db);
  const who: Principal = { ...lab.who, acts: ['triage.manage'] };
  const add = async (name: string, kind: 'own' | 'competitor' = 'own', id: string = randomUUID()) => {
    lab.pass(1);
    await addBoard(db, who, { id, name, kind }, lab.now());
    return id;
  };
  const board = await add('Us');
  const body = (more: Partial<ListeningBody> = {}): ListeningBody =>
    wholeBody({ boardId: board, forms: ['plain'], ...more });
  return {
    ...lab,
    who,
    board,
    add,
    body,
    rule: (more: Partial<ListeningBody> = {}, id: string = randomUUID()) =>
      addListeningRule(db, who, { id, isOn: true, body: body(more) }, lab.now()),
    boards: async () =>
      (await listBoards(db.read, lab.workspaceId, null, lab.now())).map(
        ({ name, kind, rules }) => `${name} ${kind} ${rules.length}`,
      ),
    on: async () => (await readRulesThatAreOn(db.read, lab.workspaceId)).map(({ name }) => name),
    log: async () =>
      (
        await sql<{
          act: string;
          detail: Record<string, unknown>;
        }>`select act, detail from audit_log where workspace_id = ${lab.workspaceId} order by id`.execute(db.read)
      ).rows,
    told: async () =>
      (
        await sql<{
          n: number;
        }>`select count(*)::int as n from changes where workspace_id = ${lab.workspaceId} and kind = 'listening'`.execute(
          db.read,
        )
      ).rows[0]?.n,
  };
}

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('boards', () => {
    it('are set up, renamed, ordered and removed, each with its trace', async () => {
      const lab = await open(db);
      const rivals = await lab.add('Rivals', 'competitor');
      await changeBoard(db, lab.who, rivals, { name: 'Others', position: 0 }, lab.now());
      expect(await lab.boards()).toEqual(['Others competitor 0', 'Us own 0']);
      await removeBoard(db, lab.who, rivals, lab.now());
      await removeBoard(db, lab.who, rivals, lab.now());
      expect(await lab.boards()).toEqual(['Us own 0']);
      expect((await lab.log()).map(({ act }) => act)).toEqual([
        'board.made',
        'board.made',
        'board.changed',
        'board.removed',
      ]);
      expect((await lab.log())[2]?.detail).toMatchObject({
        before: { name: 'Rivals' },
        after: { name: 'Others', position: 0 },
      });
      expect(await lab.told()).toBe(4);
    });

    it('stand in the order that a lead gave them; who says nothing new leaves no trace', async () => {
      const lab = await open(db);
      const [second, third] = [await lab.add('Second'), await lab.add('Third')];
      const names = async () => (await lab.boards()).map((one) => one.split(' ')[0]);
      await orderBoards(db, lab.who, [third, lab.board, second], lab.now());
      expect(await names()).toEqual(['Third', 'Us', 'Second']);
      await orderBoards(db, lab.who, [third, lab.board, second], lab.now());
      expect((await lab.log()).filter(({ act }) => act === 'board.ordered')).toMatchObject([
        { detail: { before: [lab.board, second, third], after: [third, lab.board, second] } },
      ]);
      // One that is not named, one named twice, one that is nobody's.
      await orderBoards(db, lab.who, [second, second, randomUUID()], lab.now());
      expect(await names()).toEqual(['Second', 'Third', 'Us']);
      await Promise.all([
        orderBoards(db, lab.who, [lab.board, third, second], lab.now()),
        orderBoards(db, lab.who, [third, second, lab.board], lab.now()),
        lab.add('Late'),
      ]);
      expect((await names()).at(-1)).toBe('Late');
      expect(new Set(await names()).size).toBe(4);
    });

    it('have names of their own, whoever is first; the same try twice is one', async () => {
      const lab = await open(db);
      const id = randomUUID();
      await Promise.all([lab.add('Same', 'own', id), lab.add('Same', 'own', id)]);
      await expect(lab.add(' same ')).rejects.toMatchObject({ code: 'name_taken' });
      const ends = await Promise.allSettled([lab.add('New'), lab.add('new')]);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(changeBoard(db, lab.who, lab.board, { name: 'NEW' }, lab.now())).rejects.toMatchObject({
        code: 'name_taken',
      });
      await expect(lab.add('  ')).rejects.toMatchObject({ code: 'name_missing' });
      await removeBoard(db, lab.who, id, lab.now());
      await lab.add('Same');
    });

    it('are bounded', async () => {
      const lab = await open(db);
      for (let at = 1; at < BOARDS_MOST; at++) await lab.add(`Board ${at}`);
      await expect(lab.add('One more')).rejects.toMatchObject({ code: 'too_many_boards' });
    });

    it('take their rules with them, and nothing is listened for any more', async () => {
      const lab = await open(db);
      const rule = await lab.rule();
      await removeBoard(db, lab.who, lab.board, lab.now());
      expect(await lab.on()).toEqual([]);
      expect((await lab.log()).at(-1)?.detail).toMatchObject({ before: { rules: ['Kettle'] } });
      await expect(changeListeningRule(db, lab.who, rule.id, { isOn: true }, lab.now())).rejects.toMatchObject({
        code: 'no_such_rule',
      });
    });

    it('of others make no conversations', async () => {
      const lab = await open(db);
      const rivals = await lab.add('Rivals', 'competitor');
      await expect(lab.rule({ boardId: rivals, becomes: 'conversation' })).rejects.toMatchObject({ code: 'not_ours' });
      await lab.rule({ becomes: 'conversation' });
      await expect(changeBoard(db, lab.who, lab.board, { kind: 'competitor' }, lab.now())).rejects.toMatchObject({
        code: 'makes_conversations',
      });
    });
  });

  describe('listening rules', () => {
    it('are kept trimmed and without what stands there twice', async () => {
      const lab = await open(db);
      const rule = await lab.rule({
        brand: [' #Kettle  Co', 'kettle co', '@Kettleco'],
        without: [' Jobs ', 'jobs', ''],
        triggers: { en: ['broken', 'Broken'], de: ['  '] },
      });
      expect(bodyOf(rule)).toEqual(
        lab.body({ brand: ['Kettle Co', 'Kettleco'], without: ['Jobs'], triggers: { en: ['broken'] } }),
      );
    });

    it.each([
      ['without a name', { name: ' ' }, 'name_missing'],
      ['for nothing', { brand: ['#', ' '] }, 'no_brand'],
      ['for a letter', { brand: ['Kettle', 'k'] }, 'word_too_short'],
      ['for too much', { brand: Array.from({ length: 31 }, (_, at) => `brand ${at}`) }, 'too_many_words'],
      ['in no form', { forms: [] }, 'no_form'],
      ['without too much', { without: Array.from({ length: 101 }, (_, at) => `word ${at}`) }, 'too_many_words'],
      ['on no board', { boardId: randomUUID() }, 'no_such_board'],
      ['with an account that is not there', { sources: [randomUUID() as never] }, 'no_such_inbox'],
    ])('cannot listen %s', async (_, more, code) => {
      const lab = await open(db);
      await expect(lab.rule(more)).rejects.toMatchObject({ code });
      expect(await lab.on()).toEqual([]);
    });

    it('of two who save at once, one is told', async () => {
      const lab = await open(db);
      const rule = await lab.rule();
      const save = (name: string) =>
        changeListeningRule(db, lab.who, rule.id, { body: lab.body({ name }), version: rule.version }, lab.now());
      const ends = await Promise.allSettled([save('A'), save('B')]);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(ends.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'changed_meanwhile' });
    });

    it('are switched off and on, removed for good, and leave a trace with before and after', async () => {
      const lab = await open(db);
      const remember = rememberRules(db.read);
      const heard = async () => (await remember(lab.workspaceId)).map(({ name }) => name);
      const rule = await lab.rule({}, randomUUID());
      expect(await heard()).toEqual(['Kettle']);
      await changeListeningRule(db, lab.who, rule.id, { isOn: false }, lab.now());
      expect(await heard()).toEqual([]);
      await changeListeningRule(db, lab.who, rule.id, { isOn: true }, lab.now());
      await changeListeningRule(db, lab.who, rule.id, { isOn: true }, lab.now());
      await changeListeningRule(db, lab.who, rule.id, { body: lab.body({ name: 'Teapot' }) }, lab.now());
      expect(await heard()).toEqual(['Teapot']);
      await removeListeningRule(db, lab.who, rule.id, lab.now());
      await removeListeningRule(db, lab.who, rule.id, lab.now());
      expect(await heard()).toEqual([]);
      expect(await listListeningRules(db.read, lab.workspaceId, lab.now())).toEqual([]);
      expect((await lab.log()).slice(1).map(({ act }) => act)).toEqual([
        'listening_rule.made',
        'listening_rule.changed',
        'listening_rule.changed',
        'listening_rule.changed',
        'listening_rule.removed',
      ]);
      expect((await lab.log())[4]?.detail).toMatchObject({ before: { name: 'Kettle' }, after: { name: 'Teapot' } });
      await expect(lab.rule({}, rule.id)).rejects.toMatchObject({ code: 'id_taken' });
    });

    it('are bounded, and the same try twice is one', async () => {
      const lab = await open(db);
      const id = randomUUID();
      const [one, other] = await Promise.all([lab.rule({}, id), lab.rule({}, id)]);
      expect(one).toEqual(other);
      await sql`insert into listening_rules (workspace_id, id, board_id, body, changed_at, created_at)
        select ${lab.workspaceId}, gen_random_uuid(), ${lab.board}, '{}', now(), now() from generate_series(2, ${LISTENING_RULES_MOST}::int)`.execute(
        db.read,
      );
      await expect(lab.rule()).rejects.toMatchObject({ code: 'too_many_rules' });
    });

    it('that were written before meaning counted ask for what they asked for, and are no other version by that', async () => {
      const lab = await open(db);
      const olds = [
        [await lab.rule({ care: 'understood' }), true, 'words'],
        [await lab.rule({ care: 'understood' }), false, 'anything'],
      ] as const;
      for (const [{ id }, needsTrigger] of olds)
        await sql`update listening_rules set body = (body - 'care') || jsonb_build_object('needsTrigger', ${needsTrigger}::boolean)
          where workspace_id = ${lab.workspaceId} and id = ${id}`.execute(db.read);
      for (const [{ id }, , care] of olds) {
        const kept = (await readRulesThatAreOn(db.read, lab.workspaceId)).find((rule) => rule.id === id);
        expect(kept).toMatchObject({ care });
        expect(kept).not.toHaveProperty('needsTrigger');
        const body = lab.body({ care });
        expect(await changeListeningRule(db, lab.who, id, { body }, lab.now())).toMatchObject({ version: 1, care });
        const wider = lab.body({ care: 'understood' });
        expect(await changeListeningRule(db, lab.who, id, { body: wider }, lab.now())).toMatchObject({ version: 2 });
        expect((await lab.log()).at(-1)).toMatchObject({
          detail: { before: { care }, after: { care: 'understood' } },
        });
      }
    });

    it('hold for every inbox: whoever works in some only tunes nothing, and other workspaces know nothing of them', async () => {
      const lab = await open(db);
      const rule = await lab.rule();
      const some: Principal = { ...lab.who, inboxes: new Map([[lab.inboxId, 'manage']]) };
      expect(() => removeBoard(db, some, lab.board, lab.now())).toThrow('every inbox');
      expect(() => changeListeningRule(db, some, rule.id, { isOn: false }, lab.now())).toThrow('every inbox');
      const other = await open(db);
      await expect(changeListeningRule(db, other.who, rule.id, { isOn: false }, lab.now())).rejects.toMatchObject({
        code: 'no_such_rule',
      });
      await expect(removeBoard(db, other.who, lab.board, lab.now())).rejects.toMatchObject({ code: 'no_such_board' });
      await expect(other.rule({ boardId: lab.board })).rejects.toMatchObject({ code: 'no_such_board' });
    });
  });
});
