import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import { VOICE_DAYS } from '../../core/listening/voice.ts';
import { SAID_TO_US } from '../../storage/listening/spikes.ts';
import { pruneVoiceHours } from '../../storage/listening/voice.ts';
import { readShare, readVoice } from './read-voice.ts';

eachDatabase((open) => {
  it.each(['2026-11-20T00:00:00Z', '2026-11-20T10:17:00Z', '2026-11-20T23:59:59Z'])(
    'forgets the hours that nobody reads any more, and no other: at %s',
    async (at) => {
      const db = await open();
      const [workspaceId, other] = [await makeWorkspace(db), await makeWorkspace(db)];
      const now = new Date(at);
      for (const id of [workspaceId, other])
        await sql`insert into voice_hours (workspace_id, board_id, channel, hour, positive)
          select ${id}, ${SAID_TO_US}, 'x', date_trunc('hour', ${now}::timestamptz) - make_interval(hours => n), 1
          from generate_series(0, 400 * 24) as n`.execute(db.read);
      const told = () =>
        Promise.all(
          VOICE_DAYS.map(async (days) => [
            await readVoice(db.read, { workspaceId }, { boardId: SAID_TO_US, days }, now),
            await readShare(db.read, { workspaceId }, days, now),
          ]),
        );
      const hours = async (id: number) =>
        Number(
          (await sql<{ count: string }>`select count(*) from voice_hours where workspace_id = ${id}`.execute(db.read))
            .rows[0]?.count,
        );
      const before = await told();
      await db.alone((tx) => pruneVoiceHours(tx, workspaceId, now));
      expect(await told()).toEqual(before);
      expect(await hours(workspaceId)).toBeLessThanOrEqual(181 * 24 + 1);
      expect(await hours(workspaceId)).toBeGreaterThanOrEqual(180 * 24);
      expect(await hours(other)).toBe(400 * 24 + 1);
    },
  );
});
