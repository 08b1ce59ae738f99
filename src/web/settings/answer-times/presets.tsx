import { POLICIES_OF, PRESETS, type Preset } from '../../../core/clocks/presets.ts';
import type { Policy } from '../../../wire/clocks.ts';
import { call, inWords } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useRefresh } from '../parts/use-refresh.ts';

/** Keeps what a preset is made of, one after another: that is their order. */
export function useTakeOver(): (preset: Preset) => Promise<void> {
  const refresh = useRefresh('answer-policies');
  return async (preset) => {
    try {
      const special: string[] = [];
      for (const { called, ...policy } of POLICIES_OF[preset]) {
        const name = t(`times.called.${called as 'hour' | 'x' | 'facebook' | 'ageing'}`);
        const id = newId();
        await call('POST', '/api/answer-policies', { ...policy, id, name });
        if (policy.conditions.channels.length > 0) special.push(id);
      }
      const { items } = await call<{ items: Policy[] }>('GET', '/api/answer-policies');
      const others = items.map(({ id }) => id).filter((id) => !special.includes(id));
      // Below one that fits everything they would never be asked.
      if (special.length > 0) await call('PUT', '/api/answer-policies-order', { ids: [...special, ...others] });
      say({ title: t('times.taken', { name: t(`times.preset.${preset}`) }) });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      await refresh();
    }
  };
}

/** To begin with, all in sight. */
export function PresetCards() {
  const takeOver = useTakeOver();
  return (
    <ul className="grid gap-3 phone:grid-cols-3">
      {PRESETS.map((preset) => (
        <li key={preset}>
          <button
            type="button"
            onClick={() => void takeOver(preset)}
            className="grid h-full w-full content-start gap-1 rounded-medium border border-line bg-raised p-4 text-start transition-colors hover:border-accent hover:bg-accent-soft motion-reduce:transition-none"
          >
            <span className="text-l font-semibold text-balance">{t(`times.preset.${preset}`)}</span>
            <span className="text-ink-2">{t(`times.preset.${preset}.about`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
