import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import type { ConversationId, UndoId } from '../core/ids.ts';
import type { WorkAct } from '../core/work/act.ts';
import type { Database } from '../storage/database.ts';
import { chasePromises } from '../storage/work/promises.ts';
import { actOnMany } from './act-on-many.ts';
import { createLab } from './file/lab.fixture.ts';
import { mergeConversations } from './merge-conversations.ts';
import { splitConversation } from './split-conversation.ts';
import { takeBack } from './take-back.ts';

const PEOPLE = ['ida', 'bo', 'cy'] as const;

/** What may happen at a desk; `which` and `other` choose among what is there. */
const step = fc.record({
  what: fc.constantFrom(
    'a customer writes',
    'an agent answers',
    'an agent says it waits',
    'a token acts',
    'a promise falls due',
    'merged',
    'split',
    'taken back',
    'taken back by a token',
  ),
  which: fc.nat(20),
  other: fc.nat(20),
});

const TOKEN_ACTS: readonly WorkAct[] = [
  { do: 'attention', attention: 'answered' },
  { do: 'attention', attention: 'needs_answer' },
  { do: 'resolve', resolution: 'confirmed' },
  { do: 'assign', agentId: null },
  { do: 'promise', for: '2026-11-18T13:00:00Z', words: 'Soon' },
];

eachDatabase((open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it('a question that no person settled waits, wherever it is by now', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), async (steps) => {
        const lab = await createLab(db);
        const { workspaceId, who } = lab;
        const token = { workspaceId, agentId: null };
        const unsettled = new Set<string>();
        /** What each answer settled that was not settled before, until it is taken back. */
        const settledBy = new Map<string, readonly string[]>();
        const undos: string[] = [];
        let count = 0;

        const write = async (name: string) => {
          const id = `${name}-${count++}`;
          lab.pass(1_000);
          await lab.receive([count % 2 ? lab.direct(name, id, id) : lab.comment(name, 'post', id, id)]);
          await lab.file();
          unsettled.add(id);
        };
        const whole = async () => {
          const { rows } = await sql<{ id: ConversationId; messages: { id: string; name: string }[] }>`
            select c.id, (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.text)), '[]') from messages m
              where m.workspace_id = ${workspaceId} and m.conversation_id = c.id) as messages
            from conversations c where c.workspace_id = ${workspaceId} and c.merged_into_id is null order by c.created_at, c.id`.execute(
            db.read,
          );
          return rows;
        };
        const act = async (id: string, conversation: ConversationId, wanted: WorkAct, by: typeof who) => {
          lab.pass(1_000);
          return actOnMany(db, by, { id, conversations: [conversation], act: wanted }, lab.now());
        };

        for (const name of PEOPLE) await write(name);
        for (const { what, which, other } of steps) {
          const all = await whole();
          const one = all[which % all.length];
          const two = all[other % all.length];
          if (!one || !two) continue;
          const id = randomUUID();
          lab.pass(1_000);
          if (what === 'a customer writes') await write(PEOPLE[which % PEOPLE.length] ?? 'ida');
          else if (what === 'an agent answers') {
            const done = await act(id, one.id, { do: 'attention', attention: 'answered' }, who);
            const settled = one.messages.map(({ name }) => name).filter((name) => unsettled.delete(name));
            if (done.undoId) undos.push(id);
            settledBy.set(id, settled);
          } else if (what === 'an agent says it waits') {
            if ((await act(id, one.id, { do: 'attention', attention: 'needs_answer' }, who)).undoId) undos.push(id);
          } else if (what === 'a token acts') {
            const wanted = TOKEN_ACTS[other % TOKEN_ACTS.length] as WorkAct;
            const done = await act(id, one.id, wanted, token).catch(() => null);
            if (done?.undoId) undos.push(id);
          } else if (what === 'a promise falls due')
            await db.transaction((tx) => chasePromises(tx, workspaceId, new Date('2026-11-19T00:00:00Z'), 100));
          else if (what === 'merged' && one.id !== two.id) {
            await mergeConversations(db, who, { id, into: one.id, conversations: [two.id] }, lab.now());
            undos.push(id);
          } else if (what === 'split' && one.messages.length > 1) {
            const messages = [one.messages[other % one.messages.length]?.id ?? ''];
            await splitConversation(db, who, { id, from: one.id, conversationId: randomUUID(), messages }, lab.now());
            undos.push(id);
          } else if (what.startsWith('taken back') && undos.length > 0) {
            const undo = undos[which % undos.length] as string;
            const by = what === 'taken back' ? who : token;
            const done = await takeBack(db, by, undo as UndoId, lab.now()).catch(() => null);
            if (done?.undone === 1 && done.left.length === 0)
              for (const name of settledBy.get(undo) ?? []) unsettled.add(name);
            if (done) settledBy.delete(undo);
          }
          const { rows } = await sql<{
            name: string;
            attention: string | null;
            by: string | null;
            into: string | null;
          }>`
            select m.text as name, c.attention, c.attention_by as by, c.merged_into_id as into from messages m
            join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
            where m.workspace_id = ${workspaceId}`.execute(db.read);
          expect(rows).toHaveLength(count);
          expect(rows.filter(({ into }) => into !== null)).toEqual([]);
          for (const { name, attention, by } of rows) {
            if (unsettled.has(name)) expect([what, name, attention]).toEqual([what, name, 'needs_answer']);
            if (attention && attention !== 'needs_answer') expect([what, by]).toEqual([what, who.agentId]);
          }
        }
      }),
      { numRuns: 30, seed: 17 },
    );
  }, 120_000);
});
