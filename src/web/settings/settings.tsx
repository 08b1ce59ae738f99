import '../text/load-later.ts';
import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useMe } from '../frame/use-me.ts';
import { Empty, Loading } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { pagesFor } from './pages.ts';
import { LinesWait } from './parts/loaded.tsx';
import { Sheet } from './parts/sheet.tsx';
import { SettingsNav } from './settings-nav.tsx';

/** Two columns: what there is to set, and the page of one of them. On a phone one after the other. */
export function Settings() {
  const me = useMe();
  const { page: id } = useParams({ strict: false });
  const pages = pagesFor(me.acts, me.agent !== null);
  const page = pages.find((one) => one.id === id);
  return (
    <div className="grid h-full grid-cols-[232px_minmax(0,1fr)] max-phone:grid-cols-1">
      <SettingsNav pages={pages} className={id === undefined ? '' : 'max-phone:hidden'} />
      <main className={`min-h-0 min-w-0 bg-paper ${id === undefined ? 'max-phone:hidden' : ''}`}>
        {page ? (
          <Suspense key={page.id} fallback={<PageWaits title={t(page.title)} />}>
            <page.part />
          </Suspense>
        ) : (
          <Sheet title={t('settings.title')}>
            <Empty title={t('settings.noPage')}>{t('settings.noPageAbout')}</Empty>
          </Sheet>
        )}
      </main>
    </div>
  );
}

function PageWaits({ title }: { readonly title: string }) {
  return (
    <Sheet title={title}>
      <Loading label={t('settings.loading', { page: title })}>
        <LinesWait />
      </Loading>
    </Sheet>
  );
}
