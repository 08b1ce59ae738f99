import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Refusal } from '../api/call.ts';
import { MISSING_PART } from '../offline/begin.ts';
import { OutOfReach } from '../offline/out-of-reach.tsx';
import { buttonClass } from '../parts/button.tsx';
import { Empty, LoadFailed } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { Ear } from './ear.tsx';

export function PagePending() {
  return (
    <div role="status" aria-label={t('loading.earshot')} className="grid h-full place-items-center text-accent">
      <Ear size={40} className="animate-pulse" />
    </div>
  );
}

export function PageFailed({ error }: ErrorComponentProps) {
  const router = useRouter();
  const retry = useCallback(() => router.invalidate(), [router]);
  if (error instanceof Refusal && error.status === 0) return <OutOfReach onBack={retry} />;
  return (
    <div className="grid h-full place-items-center">
      <LoadFailed
        what={t('what.page')}
        error={error}
        onRetry={() =>
          error instanceof Error && error.name === MISSING_PART ? location.reload() : void router.invalidate()
        }
      />
    </div>
  );
}

export function NotFound() {
  return (
    <main className="grid h-full place-items-center">
      <Empty
        isPage
        title={t('notFound.title')}
        act={
          <Link to="/desk" className={buttonClass('main')}>
            {t('notFound.desk')}
          </Link>
        }
      >
        {t('notFound.about')}
      </Empty>
    </main>
  );
}
