import { z } from 'zod';
import type { Cursor } from '../../core/channel/connector.ts';
import { UidSet } from './uid-set.ts';

/** How far one folder has been read. UIDs only mean something under one UIDVALIDITY. */
export interface FolderCursor {
  readonly uidValidity: string;
  /** Everything up to here has been asked for. */
  readonly lastUid: number;
  /** The first reading under this UIDVALIDITY is not through yet: it takes the days of history only. */
  readonly isFirstReading: boolean;
  /** Up to here a mail is history: it was there when the inbox was connected. */
  readonly historyUid: number;
  /** Mails before this moment are not read at first, or are history after a UIDVALIDITY change. ISO. */
  readonly connectedAt: string;
  /** Which UIDs of the last days were handed over, for the count at the end of each run. */
  readonly seen: UidSet;
}

const Stored = z.object({
  uidValidity: z.string(),
  lastUid: z.number().int().min(0),
  isFirstReading: z.boolean(),
  historyUid: z.number().int().min(0),
  connectedAt: z.string(),
  seen: z.string(),
});

/** Null for a first run, and for a cursor that nobody can read: ids make a second reading harmless. */
export function readCursor(cursor: Cursor | null): FolderCursor | null {
  const result = Stored.safeParse(cursor);
  return result.success ? { ...result.data, seen: UidSet.parse(result.data.seen) } : null;
}

export const writeCursor = (cursor: FolderCursor): Cursor => ({ ...cursor, seen: cursor.seen.toString() });
