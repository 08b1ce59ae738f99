import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { InboxId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import type { Desk } from '../test/desk.fixture.ts';
import { asker } from '../work/talk.fixture.ts';

/** A workspace with a lead (`ask`), an account on X and a board of its own. */
export async function foundListening(db: Database, desk: Desk) {
  const workspaceId = await desk.makeWorkspace(randomUUID());
  const addInbox = async (channel: string): Promise<InboxId> => {
    const id = randomUUID() as InboxId;
    const sealed = desk.deps.seal.close(workspaceId, id, { apiKey: 'x' });
    await sql`insert into inboxes (workspace_id, id, channel, external_id, name, credentials)
      values (${workspaceId}, ${id}, ${channel}, ${id}, ${`Us on ${channel}`}, ${sealed})`.execute(db.read);
    return id;
  };
  const inboxId = await addInbox('x');
  const ask = asker(desk, (await desk.signIn(workspaceId, 'lead')).headers);
  const boardId = randomUUID();
  const { status } = await ask('POST', '/api/boards', { id: boardId, name: 'Kettles', kind: 'own' });
  if (status !== 200) throw new Error(`The board was not made: ${status}.`);
  return { workspaceId, inboxId, boardId, ask, addInbox };
}
export type ListeningDesk = Awaited<ReturnType<typeof foundListening>>;
