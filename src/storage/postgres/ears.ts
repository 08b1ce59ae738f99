import pg from 'pg';

/** A broken line is made again after so long, in milliseconds, where it cannot be made at once. */
const AGAIN_MS = 1_000;

/**
 * One connection that only listens, made at the first wish and made again whenever it breaks. However many begin to
 * listen while it is made: a second one would say everything a second time.
 */
export function createEars(url: string) {
  const listeners = new Map<string, Set<(payload: string) => void>>();
  let client: pg.Client | null = null;
  let connecting: Promise<void> | null = null;
  let isClosed = false;

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'earshot listening' });
    fresh.on('notification', ({ channel, payload }) => {
      for (const heard of listeners.get(channel) ?? []) heard(payload ?? '');
    });
    fresh.on('error', () => lost(fresh));
    fresh.on('end', () => lost(fresh));
    try {
      await fresh.connect();
      // Those that come meanwhile, too.
      for (const topic of listeners.keys()) await fresh.query(listenTo(topic));
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
    if (isClosed) return fresh.end();
    client = fresh;
    // What was said while we were deaf is not repeated: an empty payload means "look for yourself".
    for (const [, set] of listeners) for (const heard of set) heard('');
  };
  const connected = (): Promise<void> => {
    connecting ??= connect().finally(() => {
      connecting = null;
    });
    return connecting;
  };
  const lost = (which: pg.Client) => {
    if (isClosed || client !== which) return;
    client = null;
    const again = () => {
      if (!isClosed) connected().catch(() => setTimeout(again, AGAIN_MS).unref());
    };
    again();
  };

  return {
    listen: async (topic: string, heard: (payload: string) => void) => {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(heard));
      try {
        if (!client) await connected();
        else if (set.size === 1) await client.query(listenTo(topic));
      } catch (error) {
        set.delete(heard);
        throw error;
      }
      return async () => void set.delete(heard);
    },
    close: async () => {
      isClosed = true;
      await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}

const listenTo = (topic: string) => `listen ${pg.escapeIdentifier(topic)}`;
