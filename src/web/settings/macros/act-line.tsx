import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { RESOLUTIONS } from '../../../core/conversation/states.ts';
import type { BulkAct } from '../../../wire/work.ts';
import { agentsQuery, labelsQuery, teamsQuery } from '../../api/queries.ts';
import { IconButton } from '../../parts/button.tsx';
import { ChooseMany } from '../../parts/combobox.tsx';
import { INPUT } from '../../parts/field.tsx';
import { ColourDot } from '../../parts/label-chip.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { Line } from '../parts/sheet.tsx';
import { SpanField } from './span-field.tsx';

const ATTENTIONS = ['answered', 'acknowledged', 'no_reply', 'needs_answer'] as const;

/** One act of a macro, with what it needs to know. */
export function ActLine({
  act,
  onChange,
  onRemove,
}: {
  readonly act: BulkAct;
  readonly onChange: (act: BulkAct) => void;
  readonly onRemove: () => void;
}) {
  const title = t(`macros.act.${act.do}`);
  return (
    <Line className="items-start py-3">
      <span className="min-w-[150px] pt-1.5 font-medium">{title}</span>
      <div className="grid min-w-[200px] flex-1 gap-2">
        <Values act={act} title={title} onChange={onChange} />
      </div>
      <IconButton label={t('macros.removeAct', { act: title })} onClick={onRemove}>
        <X size={15} aria-hidden />
      </IconButton>
    </Line>
  );
}

function Values({
  act,
  title,
  onChange,
}: {
  readonly act: BulkAct;
  readonly title: string;
  readonly onChange: (act: BulkAct) => void;
}) {
  const agents = useQuery(agentsQuery).data ?? [];
  const teams = useQuery(teamsQuery).data ?? [];
  const labels = useQuery(labelsQuery).data ?? [];
  switch (act.do) {
    case 'attention':
      return (
        <>
          <Select
            label={title}
            value={act.attention}
            options={ATTENTIONS.map((one) => ({ value: one, label: t(`does.attention.${one}`) }))}
            onChange={(next) =>
              onChange({ do: 'attention', attention: ATTENTIONS.find((one) => one === next) ?? 'answered' })
            }
          />
          {act.attention === 'no_reply' && (
            <input
              aria-label={t('macros.reason')}
              placeholder={t('macros.reason')}
              required
              maxLength={500}
              value={act.reason ?? ''}
              onChange={({ target }) => onChange({ ...act, reason: target.value })}
              className={INPUT}
            />
          )}
        </>
      );
    case 'assign':
      return (
        <Select
          label={title}
          value={act.agentId ?? ''}
          options={[
            { value: '', label: t('does.unassign') },
            ...agents.filter((one) => one.isActive).map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(next) => onChange({ do: 'assign', agentId: next === '' ? null : next })}
        />
      );
    case 'team':
      return (
        <Select
          label={title}
          value={act.teamId ?? ''}
          options={[
            { value: '', label: t('does.noTeam') },
            ...teams.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(next) => onChange({ do: 'team', teamId: next === '' ? null : next })}
        />
      );
    case 'label': {
      const choices = labels
        .filter((one) => !one.isArchived)
        .map((one) => ({ value: one.id, label: one.name, icon: <ColourDot colour={one.colour} /> }));
      return (
        <>
          <ChooseMany
            label={t('macros.addLabels')}
            placeholder={t('macros.addLabels')}
            choices={choices}
            values={act.add}
            onChange={(add) =>
              onChange({ ...act, add: [...add], remove: act.remove.filter((one) => !add.includes(one)) })
            }
          />
          <ChooseMany
            label={t('macros.removeLabels')}
            placeholder={t('macros.removeLabels')}
            choices={choices}
            values={act.remove}
            onChange={(remove) =>
              onChange({ ...act, remove: [...remove], add: act.add.filter((one) => !remove.includes(one)) })
            }
          />
        </>
      );
    }
    case 'snooze':
      return <SpanField label={title} until={act.until} onChange={(until) => onChange({ do: 'snooze', until })} />;
    case 'promise':
      return (
        <>
          <SpanField label={title} until={act.for} onChange={(until) => onChange({ ...act, for: until })} />
          <input
            aria-label={t('macros.promiseWords')}
            placeholder={t('macros.promiseWords')}
            maxLength={300}
            value={act.words}
            onChange={({ target }) => onChange({ ...act, words: target.value })}
            className={INPUT}
          />
        </>
      );
    case 'resolve':
      return (
        <Select
          label={title}
          value={act.resolution}
          options={RESOLUTIONS.map((one) => ({ value: one, label: t(`does.resolve.${one}`) }))}
          onChange={(next) =>
            onChange({ do: 'resolve', resolution: RESOLUTIONS.find((one) => one === next) ?? 'proposed' })
          }
        />
      );
  }
}
