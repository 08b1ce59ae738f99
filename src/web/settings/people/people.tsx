import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { agentsQuery, teamsQuery } from '../../api/queries.ts';
import { useMay } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Empty } from '../../parts/states.tsx';
import { within } from '../../parts/within.ts';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Sheet } from '../parts/sheet.tsx';
import { roleName } from '../roles/role-name.ts';
import { Invite } from './invite.tsx';
import { Person } from './person.tsx';
import { PersonLine } from './person-line.tsx';

const SHOWN = ['active', 'invited', 'gone'] as const;

/** Who works here. Those who may, invite others and change what they may do. */
export default function People() {
  const { item } = useParams({ strict: false });
  return item ? <Person key={item} id={item} /> : <List />;
}

function List() {
  const may = useMay();
  const agents = useQuery(agentsQuery);
  const teams = useQuery(teamsQuery);
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('active');
  const [isInviting, setInviting] = useState(false);
  const mayManage = may('agents.manage');
  return (
    <Sheet
      title={t('page.people')}
      acts={
        mayManage && (
          <Button look="main" icon={<Plus size={14} aria-hidden />} onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        )
      }
    >
      <Loaded query={agents} what={t('what.people')}>
        {(items) => {
          const groups = {
            active: items.filter((one) => one.isActive),
            invited: items.filter((one) => one.isActive && one.isInvited),
            gone: items.filter((one) => !one.isActive),
          };
          const found = groups[shown].filter((one) => within(`${one.name} ${one.email} ${roleName(one)}`, typed));
          return (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
              <div className="flex flex-wrap gap-2">
                <div className="min-w-[200px] flex-1">
                  <SearchBox label={t('people.find')} value={typed} onChange={setTyped} />
                </div>
                <Segments
                  label={t('people.shown')}
                  value={shown}
                  options={SHOWN.map((value) => ({
                    value,
                    label: t(`people.shown.${value}`, { count: groups[value].length }),
                  }))}
                  onChange={setShown}
                />
              </div>
              {found.length === 0 ? (
                <Empty
                  title={typed === '' ? t(`people.none.${shown}`) : t('people.noneFound', { typed })}
                  act={
                    shown === 'invited' &&
                    mayManage && <Button onClick={() => setInviting(true)}>{t('people.invite')}</Button>
                  }
                >
                  {shown === 'invited' && typed === '' ? t('people.noneInvitedAbout') : null}
                </Empty>
              ) : (
                <Lines label={t('page.people')}>
                  {found.map((agent) => (
                    <PersonLine key={agent.id} agent={agent} teams={teams.data ?? []} />
                  ))}
                </Lines>
              )}
            </div>
          );
        }}
      </Loaded>
      {isInviting && <Invite onClose={() => setInviting(false)} />}
    </Sheet>
  );
}
