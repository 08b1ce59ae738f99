import type { WorkspaceId } from '../../core/ids.ts';
import { ownKeys, type PersonKey, saidKeys } from '../../core/person/keys.ts';
import type { Tx } from '../../storage/database.ts';
import { fileKeys, fileNames, type NewKey } from '../../storage/person/keys.ts';
import type { Described } from './describe-message.ts';
import type { Located } from './place-messages.ts';

/** Makes a text unreadable, and the same text the same. */
export type Digest = (workspaceId: WorkspaceId, words: string) => string;
type One = Described & { readonly message: Located };

/** What tells later that two people are one: addresses and numbers that they write from, or wrote down. */
export async function filePersonKeys(
  tx: Tx,
  workspaceId: WorkspaceId,
  filed: readonly One[],
  digest: Digest | undefined,
): Promise<void> {
  const theirs = filed.filter(
    ({ row, message }) => row.direction === 'inbound' && message.identity && !message.event.automatic,
  );
  if (digest)
    await fileKeys(
      tx,
      workspaceId,
      theirs.flatMap((one) => keysOf(one, (words) => digest(workspaceId, words))),
    );
  await fileNames(tx, workspaceId, theirs.flatMap(namesOf));
}

function keysOf({ message, row }: One, hide: (words: string) => string): readonly NewKey[] {
  const { identity, inbox, event, understood } = message;
  const person = event.author.kind === 'contact' ? event.author.person : null;
  if (!identity || !person) return [];
  const toRow =
    (source: 'own' | 'said') =>
    (key: PersonKey): NewKey => ({
      identityId: identity.id,
      kind: key.kind,
      // A profile can be seen by anybody, and is looked for by its handle.
      key: key.kind === 'profile' ? key.value : hide(`${key.kind}:${key.value}`),
      source,
      isPrivate: source === 'own' || row.reach === 'owned_private',
      messageId: source === 'own' ? null : row.id,
      at: row.sentAt,
    });
  const own = person.scope === '' ? ownKeys(inbox.channel, person.id, person.handle) : [];
  return [...own.map(toRow('own')), ...saidKeys(row.text, understood?.personal ?? []).map(toRow('said'))];
}

/** Only where one address may be several people's. */
function namesOf({ message, row }: One) {
  const { identity, inbox, event } = message;
  const name = event.author.kind === 'contact' ? event.author.person.name : undefined;
  return identity && name && inbox.channel === 'email' ? [{ identityId: identity.id, name, at: row.sentAt }] : [];
}
