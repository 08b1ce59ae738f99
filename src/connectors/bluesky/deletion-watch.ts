import { type AccountCalls, isFailure } from './account-calls.ts';
import { POST } from './at-uri.ts';
import { readRecord } from './reply-target.ts';

/** Deletions are told to nobody who polls: what was read is looked at again, the newest each time, the others in turn. */
const NEWEST = 10;
const OTHERS = 15;

export interface DeletionWatch {
  /** Of these addresses, newest first, those whose post is certainly gone. */
  look(uris: readonly string[]): Promise<string[]>;
}

export function watchDeletions(calls: AccountCalls): DeletionWatch {
  let turn = 0;
  return {
    async look(uris) {
      const posts = uris.filter((uri) => uri.includes(`/${POST}/`));
      const others = posts.slice(NEWEST);
      if (turn >= others.length) turn = 0;
      const asked = [...posts.slice(0, NEWEST), ...others.slice(turn, turn + OTHERS)];
      turn += OTHERS;
      if (asked.length === 0) return [];
      const found = await calls.posts(asked);
      if (isFailure(found)) return []; // the next pull looks again
      const gone: string[] = [];
      for (const uri of asked) {
        // a block or a label hides a post too, and that is no deletion
        if (!found.has(uri) && (await readRecord(calls, uri)) === 'gone') gone.push(uri);
      }
      return gone;
    },
  };
}
