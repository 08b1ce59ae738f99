import { Link } from '@tanstack/react-router';
import type { Inbox } from '../../../wire/inboxes.ts';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { t } from '../../text/t.ts';
import type { AccessByInbox } from './access.tsx';
import { holderId, useHolders } from './use-holders.ts';

/** Inboxes down, whoever is named anywhere across. */
export function AccessMatrix({
  inboxes,
  access,
}: {
  readonly inboxes: readonly Inbox[];
  readonly access: AccessByInbox;
}) {
  const holders = useHolders();
  const named = new Set([...access.values()].flatMap((one) => (one.isOpen ? [] : one.grants.map(holderId))));
  const columns = holders.filter((one) => named.has(one.id));
  return (
    <ScrollTable label={t('access.look.matrix')}>
      <thead>
        <tr>
          <th className="sticky start-0 top-0 z-20 min-w-[180px] border-b border-line bg-raised px-4 py-2 text-start font-medium text-ink-3">
            {t('access.inbox')}
          </th>
          <th scope="col" className="sticky top-0 z-10 border-b border-line bg-raised px-3 py-2 font-semibold">
            {t('access.everybody')}
          </th>
          {columns.map((holder) => (
            <th
              key={holder.id}
              scope="col"
              className="sticky top-0 z-10 border-b border-line bg-raised px-3 py-2 font-semibold whitespace-nowrap"
            >
              {holder.name}
              {holder.isTeam && <span className="block text-s font-normal text-ink-3">{t('access.team')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inboxes.map((inbox) => {
          const its = access.get(inbox.id);
          return (
            <tr key={inbox.id}>
              <th
                scope="row"
                className="sticky start-0 border-b border-line bg-raised px-4 py-2 text-start font-medium"
              >
                <Link
                  to="/settings/$page/$item"
                  params={{ page: 'access', item: inbox.id }}
                  className="flex items-center gap-2 hover:text-accent max-phone:min-h-10"
                >
                  <NetworkMark channel={inbox.channel} />
                  {inbox.name}
                </Link>
              </th>
              <td className="border-b border-line px-3 py-2 text-center text-accent">
                {its?.isOpen ? t('access.byRole') : ''}
              </td>
              {columns.map((holder) => {
                const grant = its?.isOpen ? undefined : its?.grants.find((one) => holderId(one) === holder.id);
                return (
                  <td key={holder.id} className="border-b border-line px-3 py-2 text-center whitespace-nowrap">
                    {grant ? t(`right.${grant.right}`) : ''}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}
