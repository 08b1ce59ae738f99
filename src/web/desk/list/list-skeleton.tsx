import { Loading, Skeleton } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';

const ROWS = [1, 2, 3, 4, 5, 6, 7];

export function ListSkeleton({ rows = 7 }: { readonly rows?: number }) {
  return (
    <Loading label={t('loading.conversations')}>
      {ROWS.slice(0, rows).map((row) => (
        <div key={row} className="grid grid-cols-[32px_1fr] gap-3 border-b border-line px-4 py-3">
          <Skeleton className="size-8 !rounded-full" />
          <div className="grid gap-2 pt-1">
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3" />
            <Skeleton className="h-3 w-4/5" />
          </div>
        </div>
      ))}
    </Loading>
  );
}
