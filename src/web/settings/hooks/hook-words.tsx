import type { Hook } from '../../../wire/hooks.ts';
import { Chip } from '../../parts/chip.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';

export function HookState({ hook }: { readonly hook: Hook }) {
  const now = useNow();
  if (!hook.isOn) return <Chip tone={hook.offBecause ? 'alarm' : 'plain'}>{t('hooks.isOff')}</Chip>;
  if (hook.failingSince)
    return <Chip tone="warn">{t('hooks.failing', { at: momentWords(hook.failingSince, now) })}</Chip>;
  return <Chip tone="accent">{t('hooks.isOn')}</Chip>;
}

/** How it stands, in one line. */
export function HookWords({ hook }: { readonly hook: Hook }) {
  const now = useNow();
  const words = [
    t('hooks.eventCount', { count: hook.events.length }),
    hook.deliveredAt ? t('hooks.last', { at: momentWords(hook.deliveredAt, now) }) : t('hooks.never'),
    hook.waiting > 0 ? t('hooks.waiting', { count: hook.waiting }) : null,
    hook.failed > 0 ? t('hooks.failed', { count: hook.failed }) : null,
    hook.isOn && hook.restsUntil && Date.parse(hook.restsUntil) > now
      ? t('hooks.rests', { at: momentWords(hook.restsUntil, now) })
      : null,
  ];
  return <span className="block text-s text-ink-3">{words.filter(Boolean).join(' · ')}</span>;
}
