import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { t } from '../../text/t.ts';
import { Line } from '../parts/sheet.tsx';

type Permission = NotificationPermission | 'missing';
const readPermission = (): Permission => ('Notification' in window ? Notification.permission : 'missing');

/** Notices outside of the page. The browser is asked only after a press on words that say what for. */
export function BrowserNotices({
  isOn,
  onChange,
}: {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const [permission, setPermission] = useState(readPermission);
  async function ask() {
    const answer = await Notification.requestPermission();
    setPermission(answer);
    if (answer === 'granted') onChange(true);
  }
  return (
    <Line className="justify-between">
      <div className="min-w-[200px] flex-1">
        <Toggle
          label={t('notifications.browser')}
          help={t(`notifications.browser.${permission}`)}
          isOn={isOn && permission === 'granted'}
          isOff={permission !== 'granted'}
          onChange={onChange}
        />
      </div>
      {permission === 'default' && <Button onClick={() => void ask()}>{t('notifications.browser.ask')}</Button>}
    </Line>
  );
}
