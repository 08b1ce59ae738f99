import type { Connector, Cursor, RawEntry, SourceSession } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';

export interface Pulls {
  /** Everything new on every stream, with the cursors kept from call to call. */
  arrived(): Promise<RawEntry[]>;
  close(): Promise<void>;
}

/** Reads a connector's source as the product does: stream by stream, as long as there is more. */
export function pullsOf<Credentials>(
  connector: Connector<Credentials>,
  credentials: Credentials,
  account: ExternalAccountId,
): Pulls {
  const { source } = connector;
  if (!source) throw new Error(`${connector.channel} has no source`);
  const cursors = new Map<string, Cursor>();
  /** What was read before a later stream failed: it is stored with its cursor all the same. */
  const kept: RawEntry[] = [];
  let session: SourceSession | null = null;
  return {
    async arrived() {
      session ??= await source.open(credentials, account, {});
      for (const { name } of source.streams({})) {
        let more = true;
        while (more) {
          const pulled = await session.pull(name, cursors.get(name) ?? null);
          // what is stored is JSON, so a cursor must survive it
          if (pulled.cursor !== null) cursors.set(name, JSON.parse(JSON.stringify(pulled.cursor)));
          kept.push(...pulled.entries.map((entry) => ({ source: name, ...entry })));
          more = pulled.more;
        }
      }
      return kept.splice(0);
    },
    async close() {
      await session?.close();
    },
  };
}
