import { useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { call, inWords, Refusal } from '../../api/call.ts';
import { canBePushed, mySubscription, readBrowsers, subscribe, unsubscribe } from '../../notifications/push.ts';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/toasts.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { browserName } from '../browser-name.ts';
import { Line } from '../parts/sheet.tsx';

const browsersQuery = {
  queryKey: ['push'] as const,
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
    const [list, mine] = await Promise.all([readBrowsers(signal), mySubscription()]);
    return { browsers: list.browsers, mine: mine?.endpoint ?? null };
  },
};

/** Browsers that are told while no desk is open in them: this one, and the others of the same person. */
export function PushNotices({
  isOpen,
  onOpen,
}: {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}) {
  const client = useQueryClient();
  const query = useQuery(browsersQuery);
  const now = useNow();
  const [isBusy, setBusy] = useState(false);
  const { browsers = [], mine = null } = query.data ?? {};
  const isOn = browsers.some(({ endpoint }) => endpoint === mine);
  const can = canBePushed();
  async function change(work: () => Promise<unknown>) {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      say({ title: error instanceof Refusal ? inWords(error) : t('push.failed'), isBad: true });
    }
    await client.invalidateQueries({ queryKey: browsersQuery.queryKey });
    setBusy(false);
  }
  async function turn(wanted: boolean) {
    if (!wanted) return change(unsubscribe);
    if ((await Notification.requestPermission()) !== 'granted') return say({ title: t('push.denied'), isBad: true });
    return change(() => subscribe(browserName(navigator.userAgent) ?? ''));
  }
  const others = browsers.filter(({ endpoint }) => endpoint !== mine);
  return (
    <>
      <Line>
        <Toggle
          label={t('push.here')}
          help={t(can ? 'push.hereHelp' : 'push.missing')}
          isOn={isOn}
          isOff={!can || isBusy || !query.data}
          onChange={(wanted) => void turn(wanted)}
        />
      </Line>
      <Line>
        <Toggle label={t('push.text')} help={t('push.textHelp')} isOn={isOpen} onChange={onOpen} />
      </Line>
      {others.map(({ id, browser, createdAt, pushedAt }) => (
        <Line key={id} className="justify-between">
          <MonitorSmartphone size={16} aria-hidden className="flex-none text-ink-3" />
          <div className="min-w-[160px] flex-1">
            <p className="font-medium">{browser || t('push.someBrowser')}</p>
            <p className="text-s text-ink-3">
              {pushedAt
                ? t('push.lastTold', { at: momentWords(pushedAt, now) })
                : t('push.since', { at: momentWords(createdAt, now) })}
            </p>
          </div>
          <Button look="quiet" onClick={() => void change(() => call('POST', '/api/me/push/remove', { id }))}>
            {t('settings.remove')}
          </Button>
        </Line>
      ))}
    </>
  );
}
