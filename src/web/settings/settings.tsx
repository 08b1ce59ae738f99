import '../text/load-later.ts';
import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useMe } from '../frame/use-me.ts';
import { Empty } from '../parts/states.tsx';
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
  const isAlone = id === undefined;
  const [List, Item] = isAlone ? (['main', 'div'] as const) : (['div', 'main'] as const);
  return (
    <div className="grid h-full grid-cols-[232px_minmax(0,1fr)] max-phone:grid-cols-1">
      <List className="contents">
        <SettingsNav pages={pages} isAlone={isAlone} className={isAlone ? '' : 'max-phone:hidden'} />
      </List>
      <Item className={`min-h-0 min-w-0 bg-paper ${isAlone ? 'max-phone:hidden' : ''}`}>
        {page ? (
          <Suspense key={page.id} fallback={<PageWaits title={t(page.title)} />}>
            <page.part />
          </Suspense>
        ) : (
          <Sheet title={t('settings.title')}>
            <Empty title={t('settings.noPage')}>{t('settings.noPageAbout')}</Empty>
          </Sheet>
        )}
      </Item>
    </div>
  );
}

function PageWaits({ title }: { readonly title: string }) {
  return (
    <Sheet title={title}>
      <LinesWait what={title} />
    </Sheet>
  );
}
