import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Routing as Now } from '../../../wire/routing.ts';
import { teamsQuery } from '../../api/queries.ts';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { useMayDrop } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { DesksNow } from './desks-now.tsx';
import { PolicyForm } from './policy-form.tsx';
import { routingQuery } from './queries.ts';
import { Versions } from './versions.tsx';

const ALL = 'all';

/** How what waits is given out, to whom, and who has what just now. */
export default function Routing() {
  const routing = useQuery(routingQuery);
  return (
    <Sheet title={t('page.routing')} about={t('routing.about')} isWide>
      <Loaded query={routing} what={t('what.routing')}>
        {(now) => (
          <>
            <DesksNow now={now} />
            <Policies now={now} />
          </>
        )}
      </Loaded>
    </Sheet>
  );
}

/** The workspace's, or a team's. */
function Policies({ now }: { readonly now: Now }) {
  const teams = useQuery(teamsQuery).data ?? [];
  const [scope, setScope] = useState<string>(ALL);
  const [isDirty, setDirty] = useState(false);
  const [mayDrop, asked] = useMayDrop(isDirty);
  const teamId = scope === ALL ? null : scope;
  const ofAll = now.policies.find((one) => one.teamId === null);
  const own = now.policies.find((one) => one.teamId === teamId);
  const isOwn = (id: string) => now.policies.some((one) => one.teamId === id && one.policy !== null);
  const policy = own?.policy ?? ofAll?.policy;
  if (!policy) return null;
  async function choose(next: string) {
    if (await mayDrop()) setScope(next);
  }
  return (
    <>
      {teams.length > 0 && (
        <div className="max-w-[320px] max-phone:max-w-none">
          <Field label={t('routing.for')} help={teamId === null ? undefined : t('routing.teamNote')}>
            {({ id }) => (
              <Select
                id={id}
                label={t('routing.for')}
                value={scope}
                options={[
                  { value: ALL, label: t('routing.everybody') },
                  ...teams.map((team) => ({
                    value: team.id,
                    label: t(isOwn(team.id) ? 'routing.ofTeam' : 'routing.followsTeam', { team: team.name }),
                  })),
                ]}
                onChange={(next) => void choose(next)}
              />
            )}
          </Field>
        </div>
      )}
      <PolicyForm
        key={scope}
        teamId={teamId}
        onVersion={own?.version ?? 0}
        kept={policy}
        isOwn={teamId === null || own?.policy != null}
        onDirty={setDirty}
      />
      <Versions key={scope} teamId={teamId} onVersion={own?.version ?? 0} />
      {asked}
    </>
  );
}
