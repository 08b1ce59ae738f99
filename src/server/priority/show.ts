import type { InboxRights } from '../../core/access/inbox-rights.ts';
import { DICTIONARY } from '../../core/priority/dictionary.ts';
import type { Move as Moved } from '../../core/priority/dry-run.ts';
import { FACTORS } from '../../core/priority/factor.ts';
import { fill, scaleFor } from '../../core/priority/scale.ts';
import type { TeamRow } from '../../storage/access/teams.ts';
import type { ConversationRow } from '../../storage/conversations/rows.ts';
import { rulesOf, type ScaleRow } from '../../storage/priority/scales.ts';
import type { HeldScale, Move, Priority, ScaleVersion } from '../../wire/priority.ts';
import { showRow } from '../conversations/show-row.ts';

export function showPriority(scales: readonly ScaleRow[], teams: readonly TeamRow[]): Priority {
  const rules = rulesOf(scales);
  const held = (team: TeamRow | null): HeldScale => {
    const row = scales.find(({ teamId }) => teamId === (team?.id ?? null));
    return {
      teamId: team?.id ?? null,
      teamName: team?.name ?? null,
      version: row?.version ?? 0,
      isOwn: (row?.weights ?? null) !== null,
      weights: fill(scaleFor(rules, team?.id ?? null)),
      madeBy: row?.madeByName ?? null,
      madeAt: row?.madeAt.toISOString() ?? null,
    };
  };
  return {
    factors: FACTORS.map((id) => ({ id, group: DICTIONARY[id].group, weight: DICTIONARY[id].weight })),
    scales: [held(null), ...teams.map(held)],
  };
}

export function showVersion({
  id,
  teamId,
  version,
  weights,
  why,
  madeByName,
  madeAt,
  restores,
}: ScaleRow): ScaleVersion {
  const shown = { id, teamId, version, why, restores };
  return { ...shown, weights: weights && fill(weights), madeBy: madeByName, madeAt: madeAt.toISOString() };
}

export function showMove(move: Moved, row: ConversationRow, rights: InboxRights): Move {
  const { contact, channel, preview, lastMessageAt } = showRow(row, rights);
  return { ...move, name: contact.name, avatarUrl: contact.avatarUrl, channel, preview, lastMessageAt };
}
