import { Button } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';

/** Below a list that was read only so far. */
export function MoreFailed({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="flex flex-none items-center gap-2 border-t border-line bg-warn-soft px-4 py-2 text-warn"
    >
      <span className="me-auto">{t('list.moreFailed')}</span>
      <Button onClick={onRetry}>{t('failed.retry')}</Button>
    </div>
  );
}
