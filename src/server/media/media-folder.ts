import { randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MediaId, WorkspaceId } from '../../core/ids.ts';

/** Where the bytes of media lie. The rows of `media` say what they are; a file's name says nothing of its content. */
export interface MediaFolder {
  /** Whole or not at all: a reader never sees half a file. */
  put(workspaceId: WorkspaceId, id: MediaId, bytes: Uint8Array): Promise<void>;
  /** Null when it is not there. */
  read(workspaceId: WorkspaceId, id: MediaId): Promise<Uint8Array | null>;
  /** Bytes `from` to `to`, both included; an error of the stream when it is not there. */
  stream(workspaceId: WorkspaceId, id: MediaId, range?: { readonly from: number; readonly to: number }): ReadStream;
  /** Quietly when it is not there. */
  remove(workspaceId: WorkspaceId, id: MediaId): Promise<void>;
}

/** @param folder the data folder; files lie in `media/<workspace>/<two letters>/<id>` below it */
export function createMediaFolder(folder: string): MediaFolder {
  const pathOf = (workspaceId: WorkspaceId, id: MediaId) => {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('A media id is a UUID.');
    // The last letters: the first ones of a version 7 UUID are the time, and would put a year into one folder.
    return join(folder, 'media', String(workspaceId), id.slice(-2), id);
  };
  return {
    async put(workspaceId, id, bytes) {
      const path = pathOf(workspaceId, id);
      await mkdir(dirname(path), { recursive: true });
      const draft = `${path}.${randomBytes(4).toString('hex')}`;
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    },
    async read(workspaceId, id) {
      try {
        return await readFile(pathOf(workspaceId, id));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    stream(workspaceId, id, range) {
      return createReadStream(pathOf(workspaceId, id), range ? { start: range.from, end: range.to } : {});
    },
    remove: (workspaceId, id) => rm(pathOf(workspaceId, id), { force: true }),
  };
}
