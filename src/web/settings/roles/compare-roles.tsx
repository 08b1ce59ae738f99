import { Check, Minus } from 'lucide-react';
import { Fragment } from 'react';
import type { RoleList } from '../../../wire/access.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { t } from '../../text/t.ts';
import { actGroups } from './act-groups.ts';

/** All roles side by side. The first column and the names stay in sight. */
export function CompareRoles({ roles }: { readonly roles: RoleList }) {
  const columns = [
    ...roles.builtIn.map((one) => ({ id: one.role as string, name: t(`role.${one.role}`), acts: one.acts })),
    ...roles.custom.map(({ id, name, acts }) => ({ id, name, acts })),
  ];
  return (
    <ScrollTable label={t('page.roles')}>
      <thead>
        <tr>
          <th className="sticky start-0 top-0 z-20 min-w-[220px] border-b border-line bg-raised px-4 py-2 text-start font-medium text-ink-3">
            {t('roles.act')}
          </th>
          {columns.map((role) => (
            <th
              key={role.id}
              scope="col"
              className="sticky top-0 z-10 border-b border-line bg-raised px-3 py-2 text-center font-semibold whitespace-nowrap"
            >
              {role.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {actGroups(roles.acts).map((group) => (
          <Fragment key={group.title}>
            <tr>
              <th
                scope="colgroup"
                colSpan={columns.length + 1}
                className="bg-sunken px-4 py-1 text-start text-s font-medium text-ink-3"
              >
                {t(group.title)}
              </th>
            </tr>
            {group.acts.map(({ act, meaning }) => (
              <tr key={act}>
                <th
                  scope="row"
                  className="sticky start-0 border-b border-line bg-raised px-4 py-1.5 text-start font-normal"
                >
                  {meaning}
                </th>
                {columns.map((role) => (
                  <td key={role.id} className="border-b border-line px-3 py-1.5 text-center">
                    {role.acts.includes(act) ? (
                      <Check
                        size={15}
                        strokeWidth={2.4}
                        role="img"
                        aria-label={t('roles.yes')}
                        className="inline text-accent"
                      />
                    ) : (
                      <Minus size={15} role="img" aria-label={t('roles.no')} className="inline text-edge" />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </ScrollTable>
  );
}
