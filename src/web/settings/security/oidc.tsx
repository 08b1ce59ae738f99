import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { OidcProvider } from '../../../wire/security.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Card } from '../../parts/page.tsx';
import { Empty } from '../../parts/states.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Section } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { oidcQuery } from '../queries.ts';
import { OidcDialog } from './oidc-dialog.tsx';

/** The company's own sign-on, by OpenID Connect. */
export function Oidc() {
  const providers = useQuery(oidcQuery);
  const [edited, setEdited] = useState<OidcProvider | 'new' | null>(null);
  const add = (
    <Button icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
      {t('oidc.add')}
    </Button>
  );
  return (
    <Section title={t('oidc.title')} about={t('oidc.about')} acts={(providers.data ?? []).length > 0 && add}>
      <Loaded query={providers} what={t('what.oidc')}>
        {(items) =>
          items.length === 0 ? (
            <Card>
              <Empty title={t('oidc.none')} act={add}>
                {t('oidc.noneAbout')}
              </Empty>
            </Card>
          ) : (
            <ul className="grid gap-3">
              {items.map((provider) => (
                <li key={provider.id}>
                  <Provider provider={provider} onEdit={() => setEdited(provider)} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited && <OidcDialog provider={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function Provider({ provider, onEdit }: { readonly provider: OidcProvider; readonly onEdit: () => void }) {
  const settle = useSettle('security');
  const [ask, asked] = useConfirm();
  const { id, name } = provider;
  async function remove() {
    const isSure = await ask({
      title: t('settings.removeTitle', { name }),
      about: t('oidc.removeAbout'),
      act: t('settings.remove'),
      isGrave: true,
    });
    if (isSure) await settle('DELETE', `/api/security/oidc/${id}`, undefined, t('settings.removed', { name }));
  }
  return (
    <Card className="grid gap-4 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2 text-l font-semibold">
            {name}
            {!provider.isEnabled && <Chip tone="warn">{t('oidc.off')}</Chip>}
            {provider.mayJoin && <Chip>{t('oidc.joins')}</Chip>}
          </p>
          <p className="truncate text-ink-2">{provider.issuer}</p>
        </div>
        <Button look="quiet" onClick={onEdit}>
          {t('settings.change')}
        </Button>
        <Button look="quiet" onClick={() => void remove()}>
          {t('settings.remove')}
        </Button>
      </div>
      <CopyField label={t('oidc.redirect')} value={provider.redirectUri} help={t('oidc.redirectHelp')} />
      <Toggle
        label={t('oidc.enabled')}
        isOn={provider.isEnabled}
        onChange={(isEnabled) =>
          void settle(
            'PATCH',
            `/api/security/oidc/${id}`,
            { isEnabled },
            t(isEnabled ? 'oidc.nowOn' : 'oidc.nowOff', { name }),
          )
        }
      />
      {asked}
    </Card>
  );
}
