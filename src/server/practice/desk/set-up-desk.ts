import { makeField } from '../../../actions/keep-field.ts';
import { makeLabel } from '../../../actions/keep-label.ts';
import { addMacro } from '../../../actions/keep-macro.ts';
import { addSavedReply } from '../../../actions/keep-saved-reply.ts';
import { makeView } from '../../../actions/keep-view.ts';
import { makeTeam } from '../../../actions/make-team.ts';
import type { Principal } from '../../../actions/who.ts';
import type { AgentId, LabelId, MacroId, SavedReplyId, TeamId, ViewId } from '../../../core/ids.ts';
import type { Situation } from '../../../simulators/personas/talk.ts';
import type { Database } from '../../../storage/database.ts';
import { newId } from '../../../storage/new-id.ts';
import { FIELDS, LABELS, REPLIES, TEAMS } from './words.ts';

/** Labels, teams, replies, macros and views, the way a team lead would make them. @returns the label of a situation */
export async function setUpDesk(
  db: Database,
  who: Principal,
  team: readonly AgentId[],
  now: Date,
): Promise<ReadonlyMap<Situation, LabelId>> {
  const labelOf = new Map<Situation, LabelId>();
  const labels = new Map<string, LabelId>();
  for (const { key, name, colour, of } of LABELS) {
    const { id } = await makeLabel(db, who, { id: newId(), name, colour }, now);
    labels.set(key, id);
    for (const situation of of) labelOf.set(situation, id);
  }
  for (const { name, agents } of TEAMS)
    await makeTeam(db, who, { id: newId<TeamId>(), name, agentIds: agents.flatMap((at) => team[at] ?? []) }, now);
  for (const field of FIELDS) await makeField(db, who, { ...field, id: newId() }, now);

  const replies = new Map<string, SavedReplyId>();
  for (const reply of REPLIES) {
    const { id } = await addSavedReply(db, who, { ...reply, id: newId<SavedReplyId>(), isShared: true }, now);
    replies.set(reply.shortcut, id);
  }
  const repair = labels.get('repair');
  if (repair)
    await addMacro(
      db,
      who,
      {
        id: newId<MacroId>(),
        name: 'Broken: repair and label',
        isShared: true,
        replyId: replies.get('repair') ?? null,
        acts: [
          { do: 'label', add: [repair], remove: [] },
          { do: 'attention', attention: 'answered' },
        ],
      },
      now,
    );
  await makeViews(db, who, labels, now);
  return labelOf;
}

async function makeViews(db: Database, who: Principal, labels: ReadonlyMap<string, LabelId>, now: Date): Promise<void> {
  const waits = { about: 'attention', is: 'one_of', values: ['needs_answer'] } as const;
  const view = (
    name: string,
    conditions: Parameters<typeof makeView>[2]['filter']['conditions'],
    sort: 'priority' | 'waiting',
  ) =>
    makeView(
      db,
      who,
      {
        id: newId<ViewId>(),
        name,
        filter: { match: 'all', conditions },
        sort,
        audience: 'everybody',
        teamId: null,
      },
      now,
    );
  await view(
    'Waiting in public',
    [waits, { about: 'reach', is: 'one_of', values: ['owned_public', 'earned'] }],
    'priority',
  );
  await view('Over an hour', [waits, { about: 'waiting_minutes', is: 'at_least', value: 60 }], 'waiting');
  const [repair, refund] = [labels.get('repair'), labels.get('refund')];
  if (repair && refund)
    await view('Repairs & refunds', [waits, { about: 'label', is: 'one_of', values: [repair, refund] }], 'priority');
}
