import { ArrowUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RuleAct } from '../../../core/rules/rule.ts';
import { IconButton } from '../../parts/button.tsx';
import { ChooseMany } from '../../parts/combobox.tsx';
import { INPUT } from '../../parts/field.tsx';
import { ColourDot } from '../../parts/label-chip.tsx';
import { Select } from '../../parts/select.tsx';
import { t, tryText } from '../../text/t.ts';
import { Line } from '../parts/sheet.tsx';
import { FieldValueInput } from './field-value.tsx';
import { SpanInput } from './span-input.tsx';
import { useRuleThings } from './use-rule-words.ts';

interface Props {
  readonly act: RuleAct;
  readonly onChange: (act: RuleAct) => void;
}

/** One act of a rule, with what it needs to know. */
export function ActLine({
  act,
  onChange,
  onRemove,
  onUp,
}: Props & { readonly onRemove: () => void; readonly onUp: (() => void) | null }) {
  const title = t(`rules.act.${act.do}`);
  const help = tryText(`rules.help.${act.do}`);
  return (
    <Line className="items-start py-3">
      <span className="min-w-[180px] pt-1.5 font-medium">{title}</span>
      <div className="grid min-w-[200px] flex-1 gap-1.5">
        <Value act={act} onChange={onChange} />
        {help && <p className="pt-1 text-s text-ink-3">{help}</p>}
      </div>
      <span className="flex">
        <IconButton label={t('fields.up', { name: title })} disabled={onUp === null} onClick={() => onUp?.()}>
          <ArrowUp size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('rules.removeAct', { act: title })} onClick={onRemove}>
          <X size={15} aria-hidden />
        </IconButton>
      </span>
    </Line>
  );
}

function Value({ act, onChange }: Props): ReactNode {
  const { agents, teams, labels, fields, replies, hooks } = useRuleThings();
  const title = t(`rules.act.${act.do}`);
  const one = (
    value: string,
    list: readonly { readonly id: string; readonly name: string }[] | undefined,
    put: (id: string) => RuleAct,
  ) => (
    <Select
      label={title}
      value={value}
      options={[
        ...(value === '' ? [{ value: '', label: t('rules.choose') }] : []),
        ...(list ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => onChange(put(id))}
    />
  );
  switch (act.do) {
    case 'team':
      return one(act.teamId, teams, (teamId) => ({ do: 'team', teamId }));
    case 'assign':
      return one(act.agentId, agents, (agentId) => ({ do: 'assign', agentId }));
    case 'reply':
      return one(act.replyId, replies, (replyId) => ({ do: 'reply', replyId }));
    case 'hook':
      return one(act.hookId, hooks, (hookId) => ({ do: 'hook', hookId }));
    case 'label': {
      const choices = (labels ?? [])
        .filter(({ isArchived }) => !isArchived)
        .map(({ id, name, colour }) => ({ value: id, label: name, icon: <ColourDot colour={colour} /> }));
      const without = (from: readonly string[], these: readonly string[]) => from.filter((id) => !these.includes(id));
      return (
        <>
          <ChooseMany
            label={t('macros.addLabels')}
            placeholder={t('macros.addLabels')}
            choices={choices}
            values={act.add}
            onChange={(add) => onChange({ ...act, add, remove: without(act.remove, add) })}
          />
          <ChooseMany
            label={t('macros.removeLabels')}
            placeholder={t('macros.removeLabels')}
            choices={choices}
            values={act.remove}
            onChange={(remove) => onChange({ ...act, remove, add: without(act.add, remove) })}
          />
        </>
      );
    }
    case 'priority':
      return (
        <input
          type="number"
          aria-label={t('rules.points')}
          min={-100}
          max={100}
          required
          value={act.points}
          onChange={({ target }) => onChange({ do: 'priority', points: Math.round(Number(target.value)) })}
          className={`${INPUT} num !w-24`}
        />
      );
    case 'snooze':
      return (
        <SpanInput label={title} minutes={act.minutes} onChange={(minutes) => onChange({ do: 'snooze', minutes })} />
      );
    case 'field': {
      const field = fields?.find(({ id }) => id === act.fieldId);
      return (
        <>
          {one(
            act.fieldId,
            fields?.filter(({ isArchived }) => !isArchived),
            (fieldId) => ({
              do: 'field',
              fieldId,
              value: null,
            }),
          )}
          {field && (
            <FieldValueInput field={field} value={act.value} onChange={(value) => onChange({ ...act, value })} />
          )}
        </>
      );
    }
    case 'choose':
    case 'stop':
      return null;
  }
}
