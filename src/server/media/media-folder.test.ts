import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MediaId, WorkspaceId } from '../../core/ids.ts';
import { createMediaFolder, type MediaFolder } from './media-folder.ts';

const workspace = 1 as WorkspaceId;
const id = '0192a000-0000-7000-8000-0000000000ab' as MediaId;

describe('the media folder', () => {
  let folder = '';
  let media: MediaFolder;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-media-'));
    media = createMediaFolder(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('keeps bytes apart by workspace, and forgets them', async () => {
    await media.put(workspace, id, Buffer.from('one'));
    await media.put(2 as WorkspaceId, id, Buffer.from('two'));
    expect(Buffer.from((await media.read(workspace, id)) ?? []).toString()).toBe('one');
    expect(await readdir(join(folder, 'media', '1', 'ab'))).toEqual([id]);
    await media.remove(workspace, id);
    await media.remove(workspace, id);
    expect(await media.read(workspace, id)).toBeNull();
    expect(await media.read(2 as WorkspaceId, id)).not.toBeNull();
  });

  it.each(['../../key', '..%2fkey', '', 'key'])('refuses the name %j', async (name) => {
    await expect(media.read(workspace, name as MediaId)).rejects.toThrow('UUID');
  });
});
