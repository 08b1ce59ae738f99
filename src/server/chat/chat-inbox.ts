import { z } from 'zod';
import type { Connectors } from '../../connectors/registry.ts';
import { CareError } from '../../core/errors.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { readInbox } from '../../storage/inboxes.ts';
import { findWorkspace } from '../../storage/workspaces.ts';

/** As the connector writes them; soft, so that what an older version wrote still opens. */
const Settings = z.object({
  origins: z.array(z.string()).catch([]),
  title: z.string().catch(''),
  greeting: z.string().catch(''),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .catch('#0b5cad'),
  language: z.string().catch('auto'),
  hours: z.string().catch(''),
  timeZone: z.string().catch('UTC'),
});

export interface ChatInbox {
  readonly workspaceId: WorkspaceId;
  readonly id: InboxId;
  readonly channel: string;
  readonly name: string;
  readonly settings: z.infer<typeof Settings>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws `no_such_chat` for whatever is no connected chat of this workspace, and `chat_paused`. */
export async function findChat(
  { db, connectors }: { readonly db: Database; readonly connectors: Connectors },
  slug: string,
  id: string,
): Promise<ChatInbox> {
  const workspace = UUID.test(id) ? await findWorkspace(db.read, slug) : null;
  const inbox = workspace ? await readInbox(db.read, workspace.id, id as InboxId) : null;
  if (!workspace || !inbox || connectors.get(inbox.channel)?.home !== 'widget')
    throw new CareError('not_found', 'no_such_chat', 'There is no such chat.');
  if (inbox.state === 'paused') throw new CareError('unavailable', 'chat_paused', 'The chat is closed just now.');
  const settings = Settings.parse(typeof inbox.settings === 'object' && inbox.settings !== null ? inbox.settings : {});
  return { workspaceId: workspace.id, id: inbox.id, channel: inbox.channel, name: inbox.name, settings };
}
