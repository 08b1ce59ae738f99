import { z } from 'zod';
import type { MediaId, WorkspaceId } from '../../core/ids.ts';
import type { StoredFile } from '../../core/outgoing/stored.ts';
import type { Seal } from '../../storage/seal.ts';

/** Longer than a sender tries and a network needs to fetch it; then the address opens nothing. */
const OPEN_FOR_MS = 2 * 86_400_000;

export type AddressOfFile = (workspaceId: WorkspaceId, file: Pick<StoredFile, 'mediaId' | 'name'>, now: Date) => string;

/**
 * Addresses at which networks that take no bytes fetch one file of ours. The address is the key: sealed for this file
 * alone, with the time until which it opens.
 */
export const fileAddresses =
  ({ config, seal }: { readonly config: { readonly url: string }; readonly seal: Seal }): AddressOfFile =>
  (workspaceId, { mediaId, name }, now) => {
    const until = now.getTime() + OPEN_FOR_MS;
    const key = Buffer.from(seal.close(workspaceId, `file/${mediaId}`, { until })).toString('base64url');
    return `${config.url}/files/${workspaceId}/${mediaId}/${key}/${encodeURIComponent(plain(name))}`;
  };

/** Networks read the kind of a file from the end of its address. */
const plain = (name: string) => name.replace(/[^\w.-]+/g, '_').slice(-100) || 'file';

const Sealed = z.object({ until: z.number() });

/** Whether this key opens this file now. */
export function opensFile(seal: Seal, workspaceId: WorkspaceId, mediaId: MediaId, key: string, now: Date): boolean {
  try {
    const opened = Sealed.parse(seal.open(workspaceId, `file/${mediaId}`, Buffer.from(key, 'base64url')));
    return now.getTime() <= opened.until;
  } catch {
    return false;
  }
}
