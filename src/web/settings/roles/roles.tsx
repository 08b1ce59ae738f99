import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { buttonClass } from '../../parts/button.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { NewLink } from '../parts/item-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section, Sheet } from '../parts/sheet.tsx';
import { rolesQuery } from '../queries.ts';
import { CompareRoles } from './compare-roles.tsx';
import { RoleEditor } from './role-editor.tsx';

/** What people may do: the five roles that are always there, and the workspace's own. */
export default function Roles() {
  const { item } = useParams({ strict: false });
  const roles = useQuery(rolesQuery);
  const role = roles.data?.custom.find((one) => one.id === item);
  if (item !== undefined)
    return (
      <Sheet title={role?.name ?? t(item === 'new' ? 'roles.add' : 'page.roles')} up="roles">
        <Loaded query={roles} what={t('what.roles')}>
          {(all) =>
            item === 'new' || role ? (
              <RoleEditor key={item} role={role ?? null} roles={all} />
            ) : (
              <Empty title={t('roles.gone')} />
            )
          }
        </Loaded>
      </Sheet>
    );
  return (
    <Sheet
      title={t('page.roles')}
      about={t('roles.about')}
      isWide
      acts={<NewLink page="roles">{t('roles.add')}</NewLink>}
    >
      <Loaded query={roles} what={t('what.roles')}>
        {(all) => (
          <>
            <Section title={t('roles.own')} about={all.custom.length === 0 ? t('roles.ownNone') : undefined}>
              {all.custom.length > 0 && (
                <Lines label={t('roles.own')}>
                  {all.custom.map((one) => (
                    <Line key={one.id}>
                      <div className="min-w-[160px] flex-1">
                        <p className="font-semibold">{one.name}</p>
                        <p className="text-s text-ink-3">
                          {t('roles.summary', { acts: one.acts.length, agents: one.agents })}
                        </p>
                      </div>
                      <Link
                        to="/settings/$page/$item"
                        params={{ page: 'roles', item: one.id }}
                        aria-label={t('settings.changeOf', { name: one.name })}
                        className={buttonClass('quiet')}
                      >
                        {t('settings.change')}
                      </Link>
                    </Line>
                  ))}
                </Lines>
              )}
            </Section>
            <Section title={t('roles.compare')} about={t('roles.compareAbout')}>
              <CompareRoles roles={all} />
            </Section>
          </>
        )}
      </Loaded>
    </Sheet>
  );
}
