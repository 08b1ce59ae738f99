import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { addBoardRow, addHeard, listeningBody } from '../../storage/listening/heard.fixture.ts';
import { insertListeningRule } from '../../storage/listening/listening-rules.ts';
import { newId } from '../../storage/new-id.ts';
import type { Deps } from '../deps.ts';

/** A board with a rule, which are the house's, and a post on it, which lies in the inbox that found it. */
export async function addOverheard(
  { db }: Deps,
  workspaceId: WorkspaceId,
  { inbox, mark, house }: { readonly inbox: InboxId; readonly mark: string; readonly house: string },
  now: Date,
): Promise<Readonly<Record<'boards' | 'hits' | 'listening-rules', string>>> {
  const boardId = await addBoardRow(db, workspaceId, { name: house });
  const ruleId = newId<string>();
  const rule = { id: ruleId, isOn: true, body: listeningBody(boardId, { name: house }) };
  await db.transaction((tx) => insertListeningRule(tx, workspaceId, rule, now));
  const post = { at: now, text: `Kettleco ${mark}`, author: mark, channel: 'facebook' };
  const [hit = ''] = await addHeard(db, workspaceId, { boardId, inboxId: inbox, ruleId }, [post]);
  return { boards: boardId, hits: hit, 'listening-rules': ruleId };
}
