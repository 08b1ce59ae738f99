import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheckBig } from 'lucide-react';
import type { ListKey } from '../../api/list-key.ts';
import { inboxesQuery } from '../../api/queries.ts';
import { useMay, useMe } from '../../frame/use-me.ts';
import { Button, buttonClass } from '../../parts/button.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { useFilter } from '../filter/use-filter.ts';

/** Lists that are good news when they are empty. */
const GLAD: readonly string[] = ['needs_answer', 'unassigned', 'opened_and_left'];

/** An empty list says what would be in it; with no inbox at all it says how to begin. */
export function NothingHere({ list }: { readonly list: ListKey }) {
  const may = useMay();
  const { workspace } = useMe();
  const { clear } = useFilter();
  const inboxes = useQuery({ ...inboxesQuery, enabled: may('inboxes.read') });
  if (inboxes.data?.length === 0 && !workspace.isPractice) return <NoInbox mayConnect={may('inboxes.manage')} />;
  if (list.filter !== null)
    return (
      <Empty title={t('empty.filtered')} act={<Button onClick={clear}>{t('filter.clear')}</Button>}>
        {t('empty.filtered.about')}
      </Empty>
    );
  if (list.saved !== null) return <Empty title={t('empty.saved')}>{t('empty.saved.about')}</Empty>;
  return (
    <div className="pt-6">
      {GLAD.includes(list.view) && (
        <CircleCheckBig size={32} strokeWidth={1.4} aria-hidden className="mx-auto -mb-4 text-accent" />
      )}
      <Empty title={t(`empty.${list.view}`)}>{t(`empty.${list.view}.about`)}</Empty>
    </div>
  );
}

/** The first minute of a new workspace. */
function NoInbox({ mayConnect }: { readonly mayConnect: boolean }) {
  return (
    <Empty
      title={t('empty.noInbox')}
      act={
        mayConnect && (
          <Link to="/inboxes/connect" className={buttonClass('main')}>
            {t('inboxes.connect')}
          </Link>
        )
      }
    >
      <p>{t(mayConnect ? 'empty.noInboxAbout' : 'empty.noInboxAsk')}</p>
      <p className="mt-3">
        {t('empty.practice')} <code className="rounded-small bg-sunken px-1 py-px">EARSHOT_PRACTICE=1 npm start</code>
      </p>
    </Empty>
  );
}
