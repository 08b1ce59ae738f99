import { asksForMe } from '../../core/conversation/filter.ts';
import { CareError } from '../../core/errors.ts';
import { isTimeZone, readHours } from '../../core/hours/hours.ts';
import type { SavedReplyId } from '../../core/ids.ts';
import type { RuleAct, RuleBody } from '../../core/rules/rule.ts';
import { inOrder } from '../../core/rules/same.ts';
import { misfitOf } from '../../core/work/field.ts';
import { readSavedReply } from '../../storage/composing/saved-replies.ts';
import type { Reader } from '../../storage/database.ts';
import { readHook } from '../../storage/hooks/rows.ts';
import { listFields } from '../../storage/work/fields.ts';
import type { Principal } from '../who.ts';
import { readRuleNames } from './read-names.ts';

/**
 * Refuses a rule that could never do what it says, in words. Acts that the rule had before are let be: what they name may
 * be gone since, or be a matter of somebody else's right.
 */
export async function checkRule(
  db: Reader,
  who: Principal,
  body: RuleBody,
  had: readonly RuleAct[],
  now: Date,
): Promise<void> {
  if (body.acts.length === 0) throw no('does_nothing', 'Say what the rule does.', 'acts');
  if (asksForMe(body.filter))
    throw no(
      'asks_for_me',
      'A rule works for everybody: name people and teams instead of “me” and “my teams”.',
      'filter',
    );
  if (body.hours) {
    if (!readHours(body.hours.week)?.length)
      throw no('bad_hours', 'Write the hours like “Mon-Fri 09:00-17:00, Sat 10:00-14:00”.', 'hours');
    if (!isTimeZone(body.hours.zone)) throw no('bad_zone', 'There is no such time zone.', 'hours');
  }
  const known = new Set(had.map(inOrder));
  const fresh = body.acts.filter((act) => !known.has(inOrder(act)));
  const names = await readRuleNames(db, who.workspaceId, [{ acts: fresh }], [], now);
  for (const act of fresh) {
    if (act.do === 'assign' && !names.agents.get(act.agentId)?.isActive)
      throw no('no_such_agent', 'There is no such agent, or they do not work here any more.', 'acts');
    if (act.do === 'team' && !names.teams.has(act.teamId)) throw no('no_such_team', 'There is no such team.', 'acts');
    if (act.do === 'label') checkLabels(act, names.labels);
    if (act.do === 'priority' && act.points === 0) throw no('no_points', 'Say how many points more, or less.', 'acts');
    if (act.do === 'field') await checkField(db, who, act);
    if (act.do === 'reply') await checkReply(db, who, act.replyId);
    if (act.do === 'hook') await checkHook(db, who, act.hookId);
  }
}

function checkLabels(
  { add, remove }: Extract<RuleAct, { do: 'label' }>,
  labels: ReadonlyMap<string, { readonly name: string; readonly isArchived: boolean }>,
): void {
  if (add.length + remove.length === 0) throw no('no_label', 'Choose a label to add or to take off.', 'acts');
  if ([...add, ...remove].some((id) => !labels.has(id)))
    throw no('no_such_label', 'There is no such label (any more).', 'acts');
  const archived = add.map((id) => labels.get(id)).find((label) => label?.isArchived);
  if (archived)
    throw no('label_archived', `“${archived.name}” is archived. Take another label, or bring it back first.`, 'acts');
}

async function checkField(db: Reader, who: Principal, act: Extract<RuleAct, { do: 'field' }>): Promise<void> {
  const field = (await listFields(db, who.workspaceId)).find(({ id }) => id === act.fieldId);
  if (field?.about !== 'conversation') throw no('no_such_field', 'There is no such field (any more).', 'acts');
  const misfit = misfitOf(field, act.value);
  if (misfit) throw no('wrong_value', misfit, 'acts');
}

async function checkReply(db: Reader, who: Principal, id: string): Promise<void> {
  if (!who.acts.includes('messages.send'))
    throw new CareError('forbidden', 'not_allowed', 'Only whoever may answer customers can have a rule answer them.', {
      act: 'messages.send',
    });
  // Without anybody: only what is shared is found.
  const reply = await readSavedReply(db, who.workspaceId, null, id as SavedReplyId);
  if (!reply) throw no('reply_not_shared', 'A rule answers with a shared saved reply. Choose one.', 'acts');
}

async function checkHook(db: Reader, who: Principal, id: string): Promise<void> {
  if (!who.acts.includes('inboxes.manage'))
    throw new CareError('forbidden', 'not_allowed', 'Only whoever manages webhooks can have a rule send one.', {
      act: 'inboxes.manage',
    });
  if (!(await readHook(db, who.workspaceId, id)))
    throw no('no_such_hook', 'There is no such webhook (any more).', 'acts');
}

const no = (code: string, why: string, field: string) => new CareError('invalid', code, why, { field });
