import { useQuery } from '@tanstack/react-query';
import type { SecurityPolicy } from '../../../wire/security.ts';
import { agentsQuery } from '../../api/queries.ts';
import { useMay } from '../../frame/use-me.ts';
import { useConfirm } from '../../parts/confirm.tsx';
import { Select } from '../../parts/select.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section, Setting, Sheet } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { policyQuery } from '../queries.ts';
import { Oidc } from './oidc.tsx';

const DAYS = [1, 7, 14, 30, 60, 90] as const;

/** How everybody in this workspace proves who they are. */
export default function Security() {
  const policy = useQuery(policyQuery);
  return (
    <Sheet title={t('page.security')} about={t('policy.about')}>
      <Section title={t('policy.title')}>
        <Loaded query={policy} what={t('what.policy')}>
          {(kept) => <Policy policy={kept} />}
        </Loaded>
      </Section>
      <Oidc />
    </Sheet>
  );
}

function Policy({ policy }: { readonly policy: SecurityPolicy }) {
  const may = useMay();
  const settle = useSettle('security', 'me', 'my-security');
  const agents = useQuery({ ...agentsQuery, enabled: may('agents.read') });
  const [ask, asked] = useConfirm();
  const without = (agents.data ?? []).filter((one) => one.isActive && !one.hasSecondFactor).length;
  const put = (patch: Partial<SecurityPolicy>) => settle('PATCH', '/api/security/policy', patch, t('policy.saved'));

  async function requireFactor(isOn: boolean) {
    const isSure =
      !isOn ||
      (await ask({
        title: t('policy.requireTitle'),
        about: t('policy.requireAbout', { without }),
        act: t('policy.requireDo'),
      }));
    if (isSure) await put({ requireSecondFactor: isOn });
  }
  async function allowPasswords(isOn: boolean) {
    const isSure =
      isOn ||
      (await ask({
        title: t('policy.noPasswordsTitle'),
        about: t('policy.noPasswordsAbout'),
        act: t('policy.noPasswordsDo'),
        isGrave: true,
      }));
    if (isSure) await put({ allowPasswords: isOn });
  }
  const days = [...new Set([...DAYS, policy.sessionDays])].sort((a, b) => a - b);
  return (
    <Lines>
      <Line className="py-3">
        <Toggle
          label={t('policy.require')}
          help={t('policy.requireHelp', { without })}
          isOn={policy.requireSecondFactor}
          onChange={(isOn) => void requireFactor(isOn)}
        />
      </Line>
      <Line className="py-3">
        <Toggle
          label={t('policy.passwords')}
          help={t('policy.passwordsHelp')}
          isOn={policy.allowPasswords}
          onChange={(isOn) => void allowPasswords(isOn)}
        />
      </Line>
      <Setting title={t('policy.days')} help={t('policy.daysHelp')}>
        <div className="w-40 max-phone:w-full">
          <Select
            label={t('policy.days')}
            value={String(policy.sessionDays)}
            options={days.map((count) => ({ value: String(count), label: t('policy.afterDays', { count }) }))}
            onChange={(next) => void put({ sessionDays: Number(next) })}
          />
        </div>
      </Setting>
      {asked}
    </Lines>
  );
}
