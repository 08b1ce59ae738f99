import { CLOCK_KINDS } from '../../../core/clocks/policy.ts';
import type { Policy } from '../../../wire/clocks.ts';
import { useChoices } from '../../desk/filter/use-choices.tsx';
import { t } from '../../text/t.ts';

type Target = NonNullable<Policy['targets']['first_response']>;
export const DAY = 1_440;

/** "2 hours", "90 minutes", "3 days": the largest unit that it is whole in. */
export function minutesInWords(minutes: number): string {
  if (minutes % DAY === 0) return t('times.days', { count: minutes / DAY });
  if (minutes % 60 === 0) return t('times.hours', { count: minutes / 60 });
  return t('times.minutes', { count: minutes });
}

export function targetInWords(target: Target): string {
  if (target.by === 'same_day') return t('times.sameDay');
  return t(target.hours === 'all' ? 'times.withinAll' : 'times.within', { span: minutesInWords(target.minutes) });
}

export function targetsInWords({ targets }: Pick<Policy, 'targets'>): string {
  return CLOCK_KINDS.flatMap((kind) => {
    const target = targets[kind];
    return target ? [`${t(`clock.${kind}`)}: ${targetInWords(target)}`] : [];
  }).join(' · ');
}

/** For which conversations, by the names of things. */
export function useConditionWords(): (policy: Pick<Policy, 'conditions'>) => string {
  const choices = useChoices();
  return ({ conditions }) => {
    const names = (about: Parameters<typeof choices>[0], values: readonly string[]) =>
      values.length === 0
        ? []
        : [values.map((value) => choices(about).find((one) => one.value === value)?.label ?? value).join(', ')];
    const parts = [
      ...names('channel', conditions.channels),
      ...names('inbox', conditions.inboxIds),
      ...names('reach', conditions.reach),
      ...names('language', conditions.languages),
      ...names('label', conditions.labelIds),
      ...(conditions.isVip === null ? [] : [t(conditions.isVip ? 'times.vipOnly' : 'times.vipNot')]),
      ...(conditions.priorityAtLeast === null ? [] : [t('times.priorityFrom', { value: conditions.priorityAtLeast })]),
    ];
    return parts.join(' · ') || t('times.everything');
  };
}
