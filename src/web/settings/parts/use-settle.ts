import { call, inWords } from '../../api/call.ts';
import { say } from '../../parts/toasts.tsx';
import { useRefresh } from './use-refresh.ts';

type Method = Parameters<typeof call>[0];

/** One change by one press: sent, told in words, and what it touches is read anew whether it was done or refused. */
export function useSettle(
  ...touched: readonly string[]
): (method: Method, path: string, body: unknown, words: string) => Promise<boolean> {
  const refresh = useRefresh(...touched);
  return async (method, path, body, words) => {
    try {
      await call(method, path, body);
      say({ title: words });
      return true;
    } catch (error) {
      say({ title: inWords(error), isBad: true });
      return false;
    } finally {
      await refresh();
    }
  };
}
