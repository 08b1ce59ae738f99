import type { WorkspaceId } from '../../core/ids.ts';
import { HEADS } from '../../core/learning/own.ts';
import { dayOf, isSpent } from '../../core/second-opinion/settings.ts';
import { STRICTEST } from '../../core/second-opinion/way.ts';
import type { Reader } from '../../storage/database.ts';
import { listSettled } from '../../storage/second-opinion/rows.ts';
import { readSecondOpinion, type SecondOpinionSettings } from '../../storage/second-opinion/settings.ts';
import type { SecondOpinion } from '../../wire/second-opinion.ts';

const SHOWN = 20;
/** Before anybody decided anything. */
const UNDECIDED: SecondOpinionSettings = {
  version: 0,
  isOn: false,
  address: '',
  model: '',
  hasKey: false,
  callsADay: 500,
  tokensADay: null,
  below: 0.6,
  heads: HEADS,
  languages: [],
  withPrivate: false,
  way: STRICTEST,
  day: null,
  calls: 0,
  tokens: 0,
  failures: 0,
  restsUntil: null,
  lastError: null,
  lastErrorAt: null,
};

/** What was decided, how much of today is left, how it goes. Never the key. */
export async function showSecondOpinion(db: Reader, workspaceId: WorkspaceId, now: Date): Promise<SecondOpinion> {
  const { way, day, calls, tokens, restsUntil, lastErrorAt, ...rest } =
    (await readSecondOpinion(db, workspaceId)) ?? UNDECIDED;
  const isToday = day === dayOf(now);
  const settled = await listSettled(db, workspaceId, SHOWN);
  return {
    ...rest,
    today: {
      calls: isToday ? calls : 0,
      tokens: isToday ? tokens : 0,
      isSpent: isSpent({ ...rest, way, day, calls, tokens }, now),
    },
    restsUntil: restsUntil && restsUntil > now ? restsUntil.toISOString() : null,
    lastErrorAt: lastErrorAt?.toISOString() ?? null,
    settled: settled.map((one) => ({ ...one, settledAt: one.settledAt.toISOString() })),
  };
}
