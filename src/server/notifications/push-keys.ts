import type { WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { keepHouseKey, readHouseKey } from '../../storage/house-keys.ts';
import type { Seal } from '../../storage/seal.ts';

const NAME = 'push';
const OWNER = `house/${NAME}` as const;

export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** What browsers and their push services know us by: made once, at the first question, and never changed. */
export async function pushKeysOf(
  { db, seal }: { readonly db: Database; readonly seal: Seal },
  workspaceId: WorkspaceId,
  now: Date,
): Promise<PushKeys> {
  const kept =
    (await readHouseKey(db.read, workspaceId, NAME)) ??
    (await db.transaction(async (tx) => {
      const { default: webPush } = await import('web-push');
      const { publicKey, privateKey } = webPush.generateVAPIDKeys();
      const sealed = seal.close(workspaceId, OWNER, privateKey);
      await keepHouseKey(tx, workspaceId, NAME, { public: publicKey, sealed }, now);
      return readHouseKey(tx, workspaceId, NAME);
    }));
  if (!kept) throw new Error('The keys for pushes could not be kept.');
  return { publicKey: kept.public, privateKey: String(seal.open(workspaceId, OWNER, kept.sealed)) };
}
