import { sql } from 'kysely';
import type { InboxId } from '../../core/ids.ts';
import type { ListeningBody } from '../../core/listening/listening-rule.ts';
import { bodyOf } from '../../core/listening/rule.fixture.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { addBoard } from '../listening/keep-board.ts';
import { addListeningRule } from '../listening/keep-listening-rule.ts';
import type { Principal } from '../who.ts';
import { createLab } from './lab.fixture.ts';

/** A lab with two accounts, a board of its own and one of rivals, where people speak without speaking to anybody. */
export async function openOverhearingLab(db: Database, understand?: Understand) {
  const lab = await createLab(db, understand);
  const { workspaceId } = lab;
  const who: Principal = { ...lab.who, acts: ['triage.manage'] };
  const board = newId<string>();
  const rivals = newId<string>();
  await addBoard(db, who, { id: board, name: 'Us', kind: 'own' }, lab.now());
  await addBoard(db, who, { id: rivals, name: 'Rivals', kind: 'competitor' }, lab.now());
  const other = newId<InboxId>();
  await db.transaction((tx) =>
    tx
      .insertInto('inboxes')
      .values({
        workspace_id: workspaceId,
        id: other,
        channel: 'lab',
        external_id: 'help',
        name: 'Help',
        credentials: Buffer.from(''),
      })
      .execute(),
  );
  const listen = async (more: Partial<ListeningBody>) => {
    lab.pass(1);
    const id = newId<string>();
    const body = bodyOf({ boardId: board, forms: ['plain', 'hashtag'], without: ['careers'], ...more });
    await addListeningRule(db, who, { id, isOn: true, body }, lab.now());
    return id;
  };
  const write = async (...events: object[]) => {
    lab.pass(1_000);
    await lab.receive(events as Record<string, unknown>[]);
    await lab.file();
  };
  const earned = (id: string) => ({ thread: { id, kind: 'post', reach: 'earned' } });
  const overheard = (by: string, id: string, text: string, more: object = {}) =>
    lab.comment(by, id, id, text, { ...earned(id), isOverheard: true, ...more });
  const mention = (by: string, id: string, text: string, more: object = {}) =>
    lab.comment(by, id, id, text, { ...earned(id), ...more });
  const all = async <Row>(of: ReturnType<typeof sql<Row>>) => (await of.execute(db.read)).rows;
  return {
    ...lab,
    who,
    board,
    rivals,
    other,
    listen,
    write,
    overheard,
    mention,
    hits: () =>
      all(
        sql<{
          id: string;
          key: string;
          state: string;
          text: string;
          boards: number;
          waiting: number;
          conversation_id: string | null;
          alike_id: string;
          because: unknown[];
        }>`
        select id, external_id as key, state, text, conversation_id, alike_id, because,
          (select count(*)::int from board_hits b where b.workspace_id = h.workspace_id and b.hit_id = h.id) as boards,
          (select count(*)::int from board_hits b where b.workspace_id = h.workspace_id and b.hit_id = h.id and b.is_waiting) as waiting
        from hits h where workspace_id = ${workspaceId} order by said_at, external_id`,
      ),
    conversations: () =>
      all(
        sql<{
          id: string;
          attention: string | null;
        }>`select id, attention from conversations where workspace_id = ${workspaceId} order by created_at`,
      ),
    messages: () =>
      all(
        sql<{
          external_id: string;
          inbox_id: string;
        }>`select external_id, inbox_id from messages where workspace_id = ${workspaceId} order by sent_at, id`,
      ),
    ends: async () =>
      (
        await all(sql<{ state: string; reason: string | null; became: string | null }>`
        select state, reason, outcome #>> '{0,became}' as became from ledger where workspace_id = ${workspaceId} order by id`)
      ).map(({ state, reason, became }) => `${state}: ${reason ?? became}`),
    kinds: () =>
      all(
        sql<{
          kind: string;
          detail: Record<string, unknown>;
        }>`select kind, detail from timeline_events where workspace_id = ${workspaceId} order by at, id`,
      ),
    voices: () =>
      all(
        sql<{
          board_id: string;
          said: number;
        }>`select board_id, sum(positive + neutral + negative + unclear)::int as said from voice_hours where workspace_id = ${workspaceId} group by 1 order by 2`,
      ),
  };
}
