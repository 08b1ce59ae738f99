import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Coffee } from 'lucide-react';
import type { MyPresence } from '../../wire/routing.ts';
import { call, inWords } from '../api/call.ts';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';

const presenceQuery = queryOptions({
  queryKey: ['my-presence'],
  queryFn: ({ signal }) => call<MyPresence>('GET', '/api/me/presence', undefined, signal),
  staleTime: 60_000,
});

/** Away: nothing new is given to them, and what they have stays theirs. */
export function useAway(): { readonly isAway: boolean; readonly toggle: () => Promise<void> } {
  const client = useQueryClient();
  const isAway = (useQuery(presenceQuery).data?.awaySince ?? null) !== null;
  async function toggle() {
    try {
      client.setQueryData(
        presenceQuery.queryKey,
        await call<MyPresence>('PUT', '/api/me/presence', { isAway: !isAway }),
      );
      say({ title: t(isAway ? 'away.isBack' : 'away.isAway') });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
  }
  return { isAway, toggle };
}

/** In the rail; on a phone it is behind the last entry. */
export function AwayToggle({ className }: { readonly className: string }) {
  const { isAway, toggle } = useAway();
  const label = t(isAway ? 'away.comeBack' : 'away.goAway');
  return (
    <button
      type="button"
      aria-pressed={isAway}
      aria-label={label}
      title={label}
      onClick={() => void toggle()}
      className={`${className} max-phone:hidden ${isAway ? '!bg-warn-soft !text-warn' : ''}`}
    >
      <Coffee size={18} strokeWidth={1.7} aria-hidden />
    </button>
  );
}
