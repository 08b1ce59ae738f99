import { Ellipsis, KeyRound, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ConnectedShop, ShopCheckResult } from '../../../wire/commerce.ts';
import { call, inWords } from '../../api/call.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords } from '../../time/words.ts';
import { useSettle } from '../parts/use-settle.ts';
import { ShopForm } from './shop-form.tsx';

const TONES = { connected: 'accent', needs_login: 'alarm', trouble: 'warn' } as const;

/** One shop: how it stands, and what can be done with it. */
export function ShopLine({ shop }: { readonly shop: ConnectedShop }) {
  const settle = useSettle('shops', 'orders');
  const [ask, asked] = useConfirm();
  const [isChanging, setChanging] = useState(false);
  const [isTesting, setTesting] = useState(false);
  const { id, name, url, health, webhookUrl } = shop;
  async function test() {
    setTesting(true);
    try {
      const result = await call<ShopCheckResult>('POST', `/api/shops/${id}/check`, { credentials: {} });
      if (result.ok) say({ title: t('shops.tested', { name }), detail: result.warnings.join(' ') });
      else say({ title: result.problem, detail: result.todo, isBad: true });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
    setTesting(false);
  }
  async function disconnect() {
    const isSure = await ask({
      title: t('shops.disconnectTitle', { name }),
      about: t('shops.disconnectAbout'),
      act: t('shops.disconnect'),
      isGrave: true,
    });
    if (isSure) await settle('DELETE', `/api/shops/${id}`, undefined, t('shops.disconnected', { name }));
  }
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 text-l font-semibold [overflow-wrap:anywhere]">{name}</span>
        <Chip tone={TONES[health.state]}>{t(`shops.state.${health.state}`)}</Chip>
        <span className="ms-auto flex items-center gap-1">
          <Button isBusy={isTesting} onClick={() => void test()}>
            {t('shops.test')}
          </Button>
          <Menu
            trigger={
              <IconButton label={t('shops.more', { name })}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
          >
            <MenuItem icon={<KeyRound size={15} aria-hidden />} onSelect={() => setChanging(true)}>
              {t('shops.change')}
            </MenuItem>
            <MenuItem icon={<Trash2 size={15} aria-hidden />} onSelect={() => void disconnect()}>
              {t('shops.disconnect')}
            </MenuItem>
          </Menu>
        </span>
      </div>
      <p className="text-ink-2 [overflow-wrap:anywhere]" dir="ltr">
        {url ?? shop.externalId}
      </p>
      <Health shop={shop} />
      {health.detail && <p className="rounded-small bg-alarm-soft px-2.5 py-1.5 text-alarm">{health.detail}</p>}
      {health.warnings.map((warning) => (
        <p key={warning} className="text-s text-ink-2">
          {warning}
        </p>
      ))}
      <div className="mt-1">
        <CopyField label={t('webhook.title')} value={webhookUrl} help={t('shops.webhookHelp')} />
      </div>
      {isChanging && <ShopForm shop={shop} onClose={() => setChanging(false)} />}
      {asked}
    </li>
  );
}

function Health({ shop: { health } }: { readonly shop: ConnectedShop }) {
  const now = useNow();
  const words = [
    health.syncedAt ? t('shops.synced', { at: agoWords(health.syncedAt, now) }) : t('shops.reading'),
    health.heardAt ? t('shops.heard', { at: agoWords(health.heardAt, now) }) : t('shops.neverHeard'),
    t('shops.orders', { count: health.orders }),
    health.orders > 0 ? t('shops.unmatched', { count: health.unmatched }) : null,
  ];
  return <p className="num text-s text-ink-3">{words.filter(Boolean).join(' · ')}</p>;
}
