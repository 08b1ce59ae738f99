import type { InboxId, WorkspaceId } from '../src/core/ids.ts';
import type { Database } from '../src/storage/database.ts';
import { migrate } from '../src/storage/migrate.ts';
import { newId } from '../src/storage/new-id.ts';
import { openDatabase } from '../src/storage/open.ts';
import { addWorkspace } from '../src/storage/workspaces.ts';
import type { Bench } from './measure.ts';

export const PAGE = '104477880011223';

/** A migrated database with one workspace and its Facebook inbox. */
export async function openBench(
  bench: Bench,
): Promise<{ readonly db: Database; readonly workspaceId: WorkspaceId; readonly inboxId: InboxId }> {
  const db = await openDatabase(bench.address);
  await migrate(db);
  const inboxId = newId<InboxId>();
  const workspaceId = await db.transaction(async (tx) => {
    const id = await addWorkspace(tx, { slug: `bench-${newId()}`, name: 'Bench', isPractice: false });
    await tx
      .insertInto('inboxes')
      .values({
        workspace_id: id,
        id: inboxId,
        channel: 'facebook',
        external_id: PAGE,
        name: 'Bench',
        credentials: Buffer.alloc(0),
      })
      .execute();
    return id;
  });
  return { db, workspaceId, inboxId };
}

/** One comment as Meta sends it, the `nth` of many people under one post. `at`: when it was written, in seconds since 1970. */
export function commentBody(nth: number, people: number, at = 1795000000 + (nth % 100000)): Buffer {
  const texts = [
    'The zip on my Fjell jacket split after a week. What now?',
    'Καλησπέρα, η παραγγελία 10482 δεν ήρθε. Μπορείτε να το δείτε;',
    '안녕하세요, 방수 재킷 M 사이즈 재입고 예정 있나요?',
    'Jó napot! Meddig lehet visszaküldeni a bakancsot?',
    'Svaka čast na brzoj dostavi, jakna je odlična!',
    'Wo bleibt meine Bestellung 40217?',
  ];
  const author = nth % people;
  return Buffer.from(
    JSON.stringify({
      object: 'page',
      entry: [
        {
          id: PAGE,
          time: 1795000003 + nth,
          changes: [
            {
              field: 'feed',
              value: {
                from: { id: String(7300112233445566 + author), name: `Person ${author}` },
                post: {
                  status_type: 'added_photos',
                  is_published: true,
                  updated_time: '2026-11-18T11:06:41+0000',
                  permalink_url: `https://www.facebook.com/${PAGE}/posts/771100220033441`,
                  promotion_status: 'inactive',
                  id: `${PAGE}_771100220033441`,
                },
                message: texts[nth % texts.length],
                post_id: `${PAGE}_771100220033441`,
                comment_id: `771100220033441_${880000000000 + nth}`,
                created_time: at,
                item: 'comment',
                parent_id: `${PAGE}_771100220033441`,
                verb: 'add',
              },
            },
          ],
        },
      ],
    }),
  );
}
