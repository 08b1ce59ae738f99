import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, KeyRound, Pencil, Power, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { Hook, HookSecret } from '../../../wire/hooks.ts';
import { call, inWords } from '../../api/call.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { Sheet } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { HookForm } from './hook-form.tsx';
import { HookState, HookWords } from './hook-words.tsx';
import { SecretDialog } from './secret-dialog.tsx';

/** One webhook: how it stands, what can be done with it, and what it was told. */
export function HookPage({ hook }: { readonly hook: Hook }) {
  const settle = useSettle('hooks');
  const navigate = useNavigate();
  const now = useNow();
  const [ask, asked] = useConfirm();
  const [isChanging, setChanging] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const { id, name, isOn } = hook;
  const path = `/api/hooks/${id}`;
  async function remove() {
    const isSure = await ask({
      title: t('hooks.removeTitle', { name }),
      about: t('hooks.removeAbout'),
      act: t('hooks.remove'),
      isGrave: true,
    });
    if (!isSure) return;
    if (await settle('DELETE', path, undefined, t('settings.removed', { name })))
      void navigate({ to: '/settings/$page', params: { page: 'webhooks' } });
  }
  async function renew() {
    const isSure = await ask({
      title: t('hooks.newSecretTitle', { name }),
      about: t('hooks.newSecretAbout'),
      act: t('hooks.newSecret'),
    });
    if (!isSure) return;
    try {
      setSecret((await call<z.infer<typeof HookSecret>>('POST', `${path}/secret`)).secret);
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
  }
  const flip = () => settle('PATCH', path, { isOn: !isOn }, t(isOn ? 'hooks.turnedOff' : 'hooks.turnedOn', { name }));
  return (
    <Sheet
      title={
        <>
          <span className="truncate">{name}</span> <HookState hook={hook} />
        </>
      }
      up="webhooks"
      acts={
        <>
          {isOn ? (
            <Button
              icon={<Send size={14} aria-hidden />}
              onClick={() => void settle('POST', `${path}/test`, undefined, t('hooks.tested'))}
            >
              {t('hooks.test')}
            </Button>
          ) : (
            <Button look="main" icon={<Power size={14} aria-hidden />} onClick={() => void flip()}>
              {t('hooks.on')}
            </Button>
          )}
          <Menu
            trigger={
              <IconButton label={t('hooks.more', { name })}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
          >
            <MenuItem icon={<Pencil size={15} aria-hidden />} onSelect={() => setChanging(true)}>
              {t('hooks.change')}
            </MenuItem>
            <MenuItem icon={<KeyRound size={15} aria-hidden />} onSelect={() => void renew()}>
              {t('hooks.newSecret')}
            </MenuItem>
            {isOn && (
              <MenuItem icon={<Power size={15} aria-hidden />} onSelect={() => void flip()}>
                {t('hooks.off')}
              </MenuItem>
            )}
            <MenuItem icon={<Trash2 size={15} aria-hidden />} onSelect={() => void remove()}>
              {t('hooks.remove')}
            </MenuItem>
          </Menu>
        </>
      }
    >
      <div>
        <p className="[overflow-wrap:anywhere]" dir="ltr">
          {hook.url}
        </p>
        <HookWords hook={hook} />
        {hook.oldSecretUntil && Date.parse(hook.oldSecretUntil) > now && (
          <p className="text-s text-ink-3">{t('hooks.bothSecrets', { at: momentWords(hook.oldSecretUntil, now) })}</p>
        )}
      </div>
      {!isOn && (
        <p
          className={`rounded-medium px-4 py-3 ${hook.offBecause ? 'bg-alarm-soft text-alarm' : 'bg-sunken text-ink-2'}`}
        >
          {hook.offBecause ? t('hooks.offByItself', { why: hook.offBecause }) : t('hooks.offByHand')}
        </p>
      )}
      <DeliveryLog hook={hook} />
      {isChanging && <HookForm hook={hook} onClose={() => setChanging(false)} />}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
      {asked}
    </Sheet>
  );
}
