import type { ConversationRow } from '../../../wire/conversations.ts';
import type { BulkAct } from '../../../wire/work.ts';
import type { Attention, Change, Resolution } from '../../api/acts.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { t } from '../../text/t.ts';
import { momentWords } from '../../time/words.ts';
import { useGoOn } from '../acts/use-go-on.ts';
import { useReversible } from '../acts/use-reversible.ts';

/** What may be done with the whole conversation, each of it undoable. What ends the work on it goes on to the next. */
export function useHeaderActs(row: ConversationRow) {
  const { id } = row;
  const act = useReversible();
  const goOn = useGoOn(id);
  const { open } = useDesk();
  const name = row.contact.name || t('person.nameless');
  const back = () => open(id);
  const at = (until: Date) => momentWords(until.toISOString(), Date.now());

  /** Gone from the page at once; it comes back when the server says no. */
  async function finish(change: Change, what: BulkAct, words: string) {
    goOn();
    if (!(await act(id, change, what, words, back))) open(id);
  }
  return {
    attend: (attention: Exclude<Attention, 'needs_answer'>, reason?: string) =>
      void finish(
        { attention, attentionReason: reason ?? null, waitingSince: null, snoozedUntil: null },
        { do: 'attention', attention, ...(reason === undefined ? {} : { reason }) },
        t('act.marked', { what: t(`attention.${attention}`), name }),
      ),
    wait: () =>
      void act(
        id,
        { attention: 'needs_answer', attentionReason: null },
        { do: 'attention', attention: 'needs_answer' },
        t('act.marked', { what: t('attention.needs_answer'), name }),
      ),
    resolve: (resolution: Resolution | 'open') =>
      void act(
        id,
        { resolution },
        { do: 'resolve', resolution },
        t('act.marked', { what: t(`resolution.${resolution}`), name }),
      ),
    assign: (agentId: string | null, to: string) =>
      void act(
        id,
        { assigneeId: agentId },
        { do: 'assign', agentId },
        t(agentId ? 'act.assigned' : 'act.unassigned', { name, to }),
      ),
    team: (teamId: string | null, to: string) =>
      void act(id, { teamId }, { do: 'team', teamId }, t(teamId ? 'act.assigned' : 'act.teamless', { name, to })),
    label: (add: readonly string[], remove: readonly string[], label: string) =>
      void act(
        id,
        { labelIds: [...row.labelIds.filter((one) => !remove.includes(one)), ...add] },
        { do: 'label', add: [...add], remove: [...remove] },
        t(add.length > 0 ? 'act.labelled' : 'act.unlabelled', { name, label }),
      ),
    snooze: (until: Date) =>
      void finish(
        { snoozedUntil: until.toISOString() },
        { do: 'snooze', until: until.toISOString() },
        t('act.snoozed', { at: at(until) }),
      ),
    wake: () => void act(id, { snoozedUntil: null }, { do: 'snooze', until: null }, t('act.woken', { name })),
    promise: (until: Date, words: string) =>
      void act(
        id,
        { promisedFor: until.toISOString(), promise: words || null },
        { do: 'promise', for: until.toISOString(), words },
        t('act.promised', { at: at(until), name }),
      ),
    keepPromise: () =>
      void act(
        id,
        { promisedFor: null, promise: null },
        { do: 'promise', for: null, words: '' },
        t('act.promiseKept', { name }),
      ),
  };
}
