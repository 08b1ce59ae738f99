import { useQuery } from '@tanstack/react-query';
import { UserRound } from 'lucide-react';
import type { BulkAct } from '../../wire/work.ts';
import { canHold } from '../api/can-hold.ts';
import { agentsQuery, labelsQuery, teamsQuery } from '../api/queries.ts';
import { useMay, useMe } from '../frame/use-me.ts';
import { Avatar } from '../parts/avatar.tsx';
import { ColourDot } from '../parts/label-chip.tsx';
import { NO_REPLY_REASONS } from '../text/no-reply-reasons.ts';
import { t } from '../text/t.ts';
import { snoozePresets } from '../time/snooze-presets.ts';
import { momentWords } from '../time/words.ts';
import type { Item } from './item.ts';
import { deskHands, type StepName } from './state.ts';
import { useWhen } from './when.ts';

const RESOLUTIONS = ['proposed', 'confirmed', 'unconfirmed', 'open'] as const;

/** What can be chosen at a step, about everything that is chosen or open. */
export function useStep(step: StepName | null, typed: string): readonly Item[] {
  const me = useMe().agent;
  const may = useMay();
  const isPeople = step === 'assign';
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled: isPeople && may('agents.read') });
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: step === 'team' && may('agents.read') });
  const { data: labels = [] } = useQuery({ ...labelsQuery, enabled: step === 'label' || step === 'unlabel' });
  const when = useWhen(typed);
  const act = (what: BulkAct, words: string) => () => {
    const hands = deskHands();
    if (hands) void hands.run(hands.targets(), what, words);
  };
  switch (step) {
    case 'assign':
      return [
        ...(me
          ? [
              {
                id: me.id,
                name: t('step.me', { name: me.name }),
                keys: 'i',
                icon: <Avatar name={me.name} size={18} tone="ours" />,
                run: act({ do: 'assign', agentId: me.id }, t('bulk.toMe')),
              },
            ]
          : []),
        ...agents
          .filter((agent) => canHold(agent) && agent.id !== me?.id)
          .map(({ id, name }) => ({
            id,
            name,
            icon: <Avatar name={name} size={18} />,
            run: act({ do: 'assign', agentId: id }, t('bulk.to', { name })),
          })),
        {
          id: 'nobody',
          name: t('step.nobody'),
          icon: <UserRound size={16} aria-hidden />,
          run: act({ do: 'assign', agentId: null }, t('bulk.toNobody')),
        },
      ];
    case 'team':
      return [
        ...teams.map(({ id, name }) => ({ id, name, run: act({ do: 'team', teamId: id }, t('bulk.to', { name })) })),
        { id: 'none', name: t('filter.noTeam'), run: act({ do: 'team', teamId: null }, t('filter.noTeam')) },
      ];
    case 'label':
    case 'unlabel':
      return [
        ...labels
          .filter(({ isArchived }) => !isArchived || step === 'unlabel')
          .map(({ id, name, colour }) => ({
            id,
            name,
            icon: <ColourDot colour={colour} />,
            run:
              step === 'label'
                ? act({ do: 'label', add: [id], remove: [] }, t('bulk.labelled', { name }))
                : act({ do: 'label', add: [], remove: [id] }, t('bulk.unlabelled', { name })),
          })),
        ...(step === 'label' ? [{ id: 'unlabel', name: t('step.unlabel'), next: 'unlabel' as const }] : []),
      ];
    case 'snooze':
    case 'promise': {
      const now = Date.now();
      const put = (until: Date | null) =>
        step === 'snooze'
          ? act(
              { do: 'snooze', until: until?.toISOString() ?? null },
              until ? t('act.snoozed', { at: momentWords(until.toISOString(), now) }) : t('bulk.woken'),
            )
          : act(
              { do: 'promise', for: until?.toISOString() ?? null, words: '' },
              until ? t('promise.until', { at: momentWords(until.toISOString(), now) }) : t('bulk.kept'),
            );
      return [
        ...(when ? [{ id: 'when', name: momentWords(when.toISOString(), now), also: typed, run: put(when) }] : []),
        ...snoozePresets(new Date(now)).map(({ key, until }) => ({
          id: key,
          name: t(key),
          detail: momentWords(until.toISOString(), now),
          run: put(until),
        })),
        { id: 'end', name: t(step === 'snooze' ? 'step.wake' : 'step.kept'), run: put(null) },
      ];
    }
    case 'noReply': {
      const own = typed.trim();
      const give = (reason: string) => act({ do: 'attention', attention: 'no_reply', reason }, t('attention.no_reply'));
      return [
        ...NO_REPLY_REASONS.map((key) => ({ id: key, name: t(key), run: give(t(key)) })),
        ...(own === '' ? [] : [{ id: 'own', name: t('step.ownReason', { reason: own }), also: own, run: give(own) }]),
      ];
    }
    case 'resolve':
      return RESOLUTIONS.map((resolution) => ({
        id: resolution,
        name: t(`resolution.${resolution}`),
        run: act({ do: 'resolve', resolution }, t(`resolution.${resolution}`)),
      }));
    default:
      return [];
  }
}
