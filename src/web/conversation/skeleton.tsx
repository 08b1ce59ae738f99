import { Loading, Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';

const LINES = [1, 2, 3, 4];

export function ConversationSkeleton() {
  return (
    <Loading label={t('loading.conversation')}>
      <div className="flex h-[52px] items-center border-b border-line px-6">
        <Skeleton className="h-4 w-48" />
      </div>
      <div className="mx-auto grid max-w-[640px] gap-6 p-6">
        {[3, 2, 4].map((lines) => (
          <div key={lines} className="grid grid-cols-[32px_1fr] gap-3">
            <Skeleton className="size-8 !rounded-full" />
            <div className="grid gap-2 pt-1">
              <Skeleton className="h-3 w-1/3" />
              {LINES.slice(0, lines).map((line) => (
                <Skeleton key={line} className="h-3" />
              ))}
            </div>
          </div>
        ))}
      </div>
    </Loading>
  );
}
