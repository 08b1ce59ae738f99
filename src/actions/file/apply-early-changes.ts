import type { Content } from '../../core/channel/content.ts';
import type { DeliveryEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId, WorkspaceId } from '../../core/ids.ts';
import { foldForSearch } from '../../core/text/fold.ts';
import type { Change } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import { fileDelivery } from '../../storage/filing/deliveries.ts';
import {
  type EarlyChange,
  type Mirrored,
  mirrorDeletion,
  mirrorEdit,
  mirrorVisibility,
  takeEarly,
} from '../../storage/filing/mirror.ts';
import { answersCameBack } from './answer-came-back.ts';

/** Edits, deletions and hides that overtook these messages take effect now. */
export async function applyEarlyChanges(
  tx: Tx,
  workspaceId: WorkspaceId,
  messages: readonly { readonly inboxId: string; readonly externalId: string }[],
  now: Date,
): Promise<readonly Change[]> {
  const keys = messages.map(({ inboxId, externalId }) => ({ inboxId, externalId }));
  return applyTaken(tx, workspaceId, await takeEarly(tx, workspaceId, keys), now);
}

/** The same with what was taken already. */
export async function applyTaken(
  tx: Tx,
  workspaceId: WorkspaceId,
  early: readonly EarlyChange[],
  now: Date,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  // A deletion last: what is gone needs no other change.
  for (const change of early.toSorted((a, b) => Number(a.kind === 'deletion') - Number(b.kind === 'deletion'))) {
    if (change.kind === 'delivery') {
      changes.push(...(await applyDelivery(tx, workspaceId, change, now)));
      continue;
    }
    const mirrored = await apply(tx, workspaceId, change, now);
    if (mirrored) changes.push({ kind: change.kind, conversationId: mirrored.conversationId });
  }
  return changes;
}

/** What became of an answer was told before the network had told its name. */
async function applyDelivery(
  tx: Tx,
  workspaceId: WorkspaceId,
  early: EarlyChange,
  now: Date,
): Promise<readonly Change[]> {
  const { status, detail } = early.change as unknown as Pick<DeliveryEvent, 'status' | 'detail'>;
  const moved = await fileDelivery(tx, workspaceId, early.inbox_id, {
    kind: 'delivery',
    account: '' as ExternalAccountId,
    ids: [early.external_id as ExternalMessageId],
    status,
    ...(detail === undefined ? {} : { detail }),
    at: early.at,
  });
  const changes = moved.map(({ conversationId }) => ({ kind: 'delivery', conversationId }));
  if (status !== 'failed') return changes;
  return [...changes, ...(await answersCameBack(tx, workspaceId, moved, detail ?? '', now))];
}

function apply(tx: Tx, workspaceId: WorkspaceId, early: EarlyChange, now: Date): Promise<Mirrored | null> {
  const target = { inboxId: early.inbox_id, externalId: early.external_id, at: early.at };
  if (early.kind === 'deletion') return mirrorDeletion(tx, workspaceId, target, now);
  if (early.kind === 'visibility')
    return mirrorVisibility(tx, workspaceId, { ...target, isHidden: (early.change as { isHidden: boolean }).isHidden });
  const content = early.change as unknown as Content;
  return mirrorEdit(tx, workspaceId, {
    ...target,
    text: content.text,
    search: foldForSearch(content.text),
    content: {},
    ledgerId: early.ledger_id === null ? null : Number(early.ledger_id),
  });
}
