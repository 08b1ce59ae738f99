import { hasRight, visibleInboxes } from '../../core/access/inbox-rights.ts';
import { CareError } from '../../core/errors.ts';
import type { ConversationId, TeamId } from '../../core/ids.ts';
import { dryRun, type Move as Moved } from '../../core/priority/dry-run.ts';
import type { KeptScale } from '../../core/priority/scale.ts';
import { readTeam } from '../../storage/access/teams.ts';
import { readConversationRows } from '../../storage/conversations/rows.ts';
import type { Reader } from '../../storage/database.ts';
import { readScales, rulesOf } from '../../storage/priority/scales.ts';
import type { DryRun, Move } from '../../wire/priority.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Readings } from './readings.ts';
import { showMove } from './show.ts';

/** What other weights would move among the conversations of the last 30 days that this person may see. Nothing is changed. */
export async function tryWeights(
  { db, readings }: { readonly db: Reader; readonly readings: Readings },
  who: Visitor,
  { teamId, weights }: { readonly teamId: TeamId | null; readonly weights: KeptScale | null },
  now: Date,
): Promise<DryRun> {
  const { workspaceId } = who;
  if (teamId && !(await readTeam(db, workspaceId, teamId)))
    throw new CareError('not_found', 'no_such_team', 'There is no such team (any more).');
  const visible = visibleInboxes(who.inboxes);
  const { since, sample, left } = await readings.read({ workspaceId, teamId, visible }, now);
  const kept = await readScales(db, workspaceId);
  const after = rulesOf([...kept.filter((one) => one.teamId !== teamId), { teamId, weights }]);
  const { movers, top, ...counts } = dryRun(sample, rulesOf(kept), after);
  // Whoever may tune, but not read, sees how many move, and of nobody what they said.
  const mayRead = who.acts.includes('conversations.read');
  const shown = mayRead ? await describe(db, who, [...movers, ...top]) : new Map<string, Move>();
  const show = (moves: readonly Moved[]) => moves.flatMap(({ id }) => shown.get(id) ?? []);
  return { since: since.toISOString(), left, ...counts, movers: show(movers), top: show(top) };
}

async function describe(db: Reader, who: Visitor, moves: readonly Moved[]): Promise<ReadonlyMap<string, Move>> {
  const byId = new Map(moves.map((move) => [move.id, move]));
  const rows = await readConversationRows(db, who.workspaceId, [...byId.keys()] as ConversationId[]);
  return new Map(
    rows.flatMap((row) => {
      const move = byId.get(row.id);
      return move && hasRight(who.inboxes, row.inboxId, 'see')
        ? [[row.id, showMove(move, row, who.inboxes)] as const]
        : [];
    }),
  );
}
