import { createHash, randomBytes } from 'node:crypto';
import type { WorkspaceId } from '../core/ids.ts';

/** What a cookie, a link or an API client carries. The database keeps `hash` alone, so that a read database opens nothing. */
export interface SecretToken {
  readonly text: string;
  readonly hash: Uint8Array;
}

/** `<workspace>.<secret>`: the workspace leads, so that looking it up touches no other one's rows. */
export function makeSecretToken(workspaceId: WorkspaceId): SecretToken {
  const text = `${workspaceId}.${randomBytes(32).toString('base64url')}`;
  return { text, hash: hashOf(text) };
}

/** Null for what was never one of ours. */
export function readSecretToken(text: string): { readonly workspaceId: WorkspaceId; readonly hash: Uint8Array } | null {
  const [, workspace] = /^(\d{1,9})\.[A-Za-z0-9_-]{43}$/.exec(text) ?? [];
  return workspace ? { workspaceId: Number(workspace) as WorkspaceId, hash: hashOf(text) } : null;
}

// 256 random bits need no slow hash: there is nothing to guess.
const hashOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();
