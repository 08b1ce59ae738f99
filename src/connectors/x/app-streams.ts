import type { AccessTokens } from '../shared/access-tokens.ts';
import type { Http } from '../shared/http.ts';
import { type AppKeys, appKeyOf } from './app-tokens.ts';
import { openAppApi } from './as-app.ts';
import type { StreamParts } from './read-stream.ts';
import { createKeeper, type Hearer, type Hearing } from './stream-keeper.ts';

export type AppStreams = (keys: AppKeys, hearer: Hearer) => Hearing;

/** X allows an app one connection: all inboxes of this process with the same keys of an app hear by one. */
export function createAppStreams(
  parts: StreamParts & { readonly http: Http; readonly tokens: AccessTokens<AppKeys> },
): AppStreams {
  const { tokens } = parts;
  /** Kept for as long as the process runs: whoever comes back has to wait as long as who went. */
  const keepers = new Map<string, ReturnType<typeof createKeeper>>();
  return (keys, hearer) => {
    const key = appKeyOf(keys);
    const keeper = keepers.get(key) ?? createKeeper({ ...parts, keys, call: openAppApi(parts, tokens, keys) });
    keepers.set(key, keeper);
    return keeper(hearer);
  };
}
