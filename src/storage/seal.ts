import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { CareError } from '../core/errors.ts';
import type { InboxId, WorkspaceId } from '../core/ids.ts';

/** What a sealed secret belongs to: the inbox whose credentials it is, or something else by its kind and id. */
export type SealedFor =
  | InboxId
  | `${'totp' | 'oidc' | 'sign-in' | 'file' | 'hook' | 'house' | 'shop' | 'llm'}/${string}`;

/** Closes and opens credentials. The key comes from outside the database and never enters it. */
export interface Seal {
  close(workspaceId: WorkspaceId, owner: SealedFor, credentials: unknown): Uint8Array;
  /** Throws `WrongKey` when it was closed with another key, for another owner, or was changed since. */
  open(workspaceId: WorkspaceId, owner: SealedFor, sealed: Uint8Array): unknown;
  /** The same for the same words in the same workspace, and nothing that tells the words. */
  digest(workspaceId: WorkspaceId, words: string): string;
}

export class WrongKey extends CareError {
  constructor() {
    super(
      'unavailable',
      'wrong_key',
      'The stored credentials cannot be opened with this key. Put back the EARSHOT_SECRET or the key file they were stored with, or connect the inbox again.',
    );
    this.name = 'WrongKey';
  }
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM. The workspace and the owner are authenticated with it: a row copied to another inbox does not open. */
export function createSeal(secret: string): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secret, 'earshot', 'credentials of inboxes', 32));
  const digestKey = new Uint8Array(hkdfSync('sha256', secret, 'earshot', 'keys that tell who is who', 32));
  const binding = (workspaceId: WorkspaceId, owner: SealedFor) => Buffer.from(`${workspaceId}/${owner}`);
  return {
    close(workspaceId, owner, credentials) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(binding(workspaceId, owner));
      const text = Buffer.concat([cipher.update(JSON.stringify(credentials), 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
    },
    open(workspaceId, owner, sealed) {
      const bytes = Buffer.from(sealed);
      const text = bytes.subarray(1 + NONCE_BYTES + TAG_BYTES);
      if (bytes[0] !== VERSION || text.length === 0) throw new WrongKey();
      const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
      const opening = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(binding(workspaceId, owner))
        .setAuthTag(bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES));
      try {
        return JSON.parse(Buffer.concat([opening.update(text), opening.final()]).toString('utf8'));
      } catch {
        throw new WrongKey();
      }
    },
    digest(workspaceId, words) {
      return createHmac('sha256', digestKey).update(`${workspaceId}/${words}`).digest('base64url').slice(0, 22);
    },
  };
}
