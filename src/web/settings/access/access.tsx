import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { InboxAccess } from '../../../wire/access.ts';
import type { Inbox } from '../../../wire/inboxes.ts';
import { inboxesQuery } from '../../api/queries.ts';
import { buttonClass } from '../../parts/button.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Empty, Skeleton } from '../../parts/states.tsx';
import { within } from '../../parts/within.ts';
import { t } from '../../text/t.ts';
import { ItemLink } from '../parts/item-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Sheet } from '../parts/sheet.tsx';
import { accessQuery } from '../queries.ts';
import { AccessEditor } from './access-editor.tsx';
import { AccessMatrix } from './access-matrix.tsx';
import { PersonPreview } from './person-preview.tsx';

const LOOKS = ['inboxes', 'matrix', 'person'] as const;

/** Who may see, answer, act in and manage which inbox. */
export default function Access() {
  const { item } = useParams({ strict: false });
  const inboxes = useQuery(inboxesQuery);
  const [look, setLook] = useState<(typeof LOOKS)[number]>('inboxes');
  const inbox = inboxes.data?.find((one) => one.id === item);
  if (item !== undefined)
    return (
      <Sheet title={inbox?.name ?? t('page.access')} up="access">
        <Loaded query={inboxes} what={t('what.inboxes')}>
          {() => (inbox ? <AccessEditor key={inbox.id} inbox={inbox} /> : <Empty title={t('inbox.gone')} />)}
        </Loaded>
      </Sheet>
    );
  return (
    <Sheet title={t('page.access')} about={t('access.about')} isWide>
      <Loaded query={inboxes} what={t('what.inboxes')}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              title={t('access.none')}
              act={
                <Link to="/inboxes/connect" className={buttonClass('main')}>
                  {t('inboxes.connect')}
                </Link>
              }
            >
              {t('access.noneAbout')}
            </Empty>
          ) : (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
              <Segments
                label={t('access.look')}
                value={look}
                options={LOOKS.map((value) => ({ value, label: t(`access.look.${value}`) }))}
                onChange={setLook}
              />
              <Views inboxes={items} look={look} />
            </div>
          )
        }
      </Loaded>
    </Sheet>
  );
}

export type AccessByInbox = ReadonlyMap<string, InboxAccess>;

function Views({ inboxes, look }: { readonly inboxes: readonly Inbox[]; readonly look: (typeof LOOKS)[number] }) {
  const byInbox: AccessByInbox = useQueries({
    queries: inboxes.map((inbox) => accessQuery(inbox.id)),
    combine: (results) =>
      new Map(
        results.flatMap(({ data }, index) => {
          const inbox = inboxes[index];
          return data && inbox ? [[inbox.id, data] as const] : [];
        }),
      ),
  });
  if (look === 'matrix') return <AccessMatrix inboxes={inboxes} access={byInbox} />;
  if (look === 'person') return <PersonPreview inboxes={inboxes} access={byInbox} />;
  return <InboxLines inboxes={inboxes} access={byInbox} />;
}

function InboxLines({ inboxes, access }: { readonly inboxes: readonly Inbox[]; readonly access: AccessByInbox }) {
  const [typed, setTyped] = useState('');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {inboxes.length > 8 && <SearchBox label={t('access.find')} value={typed} onChange={setTyped} />}
      <Lines label={t('page.access')}>
        {inboxes
          .filter((inbox) => within(inbox.name, typed))
          .map((inbox) => {
            const its = access.get(inbox.id);
            return (
              <ItemLink key={inbox.id} page="access" item={inbox.id}>
                <NetworkMark channel={inbox.channel} />
                <span className="min-w-0 flex-1 truncate font-semibold">{inbox.name}</span>
                {its ? (
                  <span className="text-ink-2">
                    {its.isOpen
                      ? t('access.everybody')
                      : t('access.named', {
                          people: its.grants.filter((one) => one.agentId !== null).length,
                          teams: its.grants.filter((one) => one.teamId !== null).length,
                        })}
                  </span>
                ) : (
                  <Skeleton className="h-3 w-24" />
                )}
              </ItemLink>
            );
          })}
      </Lines>
    </div>
  );
}
