import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ListKey } from '../api/list-key.ts';
import { inboxesQuery } from '../api/queries.ts';
import { useMay } from '../frame/use-me.ts';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/states.tsx';
import { type TextKey, t } from '../text/t.ts';

/** An empty list says what would be in it; with no inbox at all it says how to begin. */
export function NothingHere({ list }: { readonly list: ListKey }) {
  const may = useMay();
  const inboxes = useQuery({ ...inboxesQuery, enabled: may('inboxes.read') });
  if (inboxes.data?.length === 0) {
    return (
      <Empty
        title={t('empty.noInbox')}
        act={
          may('inboxes.manage') && (
            <Link to="/inboxes/connect" className={buttonClass('main')}>
              {t('empty.connect')}
            </Link>
          )
        }
      >
        {t('empty.noInboxAbout')}
      </Empty>
    );
  }
  return (
    <Empty title={t(`empty.${list.view}` satisfies TextKey)}>{t(`empty.${list.view}.about` satisfies TextKey)}</Empty>
  );
}
