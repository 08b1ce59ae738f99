import { useState } from 'react';
import { NOTIFICATION_KINDS } from '../../../core/notifications/kinds.ts';
import type { Preferences } from '../../../wire/notifications.ts';
import { useMe } from '../../frame/use-me.ts';
import { Segments } from '../../parts/segments.tsx';
import { Select } from '../../parts/select.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { t } from '../../text/t.ts';
import { Line, Lines, Section, Setting, Sheet } from '../parts/sheet.tsx';
import { BrowserNotices } from './browser-notices.tsx';
import { MailNotices } from './mail-notices.tsx';
import { PushNotices } from './push-notices.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { usePreferences } from './use-preferences.ts';

const AFTER = ['next', 'stay', 'list'] as const;
const UNDO = [0, 5, 10, 20, 30] as const;

/** What one wants to be told of and how; and how the desk behaves after an answer. Each choice is kept at once. */
export default function Notifications() {
  const { preferences } = useMe();
  if (!preferences) return null;
  return <Choices preferences={preferences} />;
}

function Choices({ preferences }: { readonly preferences: Preferences }) {
  const me = useMe();
  const { shown, change } = usePreferences(preferences);
  const [undoOptions] = useState(() =>
    [...new Set([...UNDO, preferences.undoSeconds])]
      .sort((a, b) => a - b)
      .map((seconds) => ({
        value: String(seconds),
        label: t('notifications.seconds', { seconds }),
      })),
  );
  return (
    <Sheet title={t('page.notifications')} about={t('notifications.about')}>
      <Section title={t('notifications.kinds')} about={t('notifications.kindsAbout')}>
        <Lines label={t('notifications.kinds')}>
          {NOTIFICATION_KINDS.map((kind) => (
            <Line key={kind}>
              <Toggle
                label={t(`notify.${kind}`)}
                help={t(`notify.${kind}.help`)}
                isOn={shown.notify[kind] ?? false}
                onChange={(isOn) => change({ notify: { ...shown.notify, [kind]: isOn } })}
              />
            </Line>
          ))}
        </Lines>
      </Section>
      <Section title={t('notifications.how')}>
        <Lines>
          <BrowserNotices isOn={shown.browser} onChange={(browser) => change({ browser })} />
          <PushNotices isOpen={shown.pushText} onOpen={(pushText) => change({ pushText })} />
          <Line>
            <Toggle
              label={t('notifications.sound')}
              help={t('notifications.soundHelp')}
              isOn={shown.sound}
              onChange={(sound) => change({ sound })}
            />
          </Line>
          <QuietHours
            quiet={shown.quietHours}
            timeZone={shown.timeZone}
            onChange={(quietHours) => change({ quietHours })}
            onZone={(timeZone) => change({ timeZone })}
          />
        </Lines>
      </Section>
      <MailNotices
        email={me.agent?.email ?? ''}
        isSetUp={me.isMailOn}
        which={shown.mail}
        at={shown.mailAt}
        onChange={change}
      />
      <Section title={t('notifications.answering')}>
        <Lines>
          <Setting title={t('notifications.undo')} help={t('notifications.undoHelp')}>
            <div className="w-40 max-phone:w-full">
              <Select
                label={t('notifications.undo')}
                value={String(shown.undoSeconds)}
                options={undoOptions}
                onChange={(seconds) => change({ undoSeconds: Number(seconds) })}
              />
            </div>
          </Setting>
          <Setting title={t('notifications.after')} help={t('notifications.afterHelp')}>
            <Segments
              label={t('notifications.after')}
              value={shown.afterSending}
              options={AFTER.map((value) => ({ value, label: t(`after.${value}`) }))}
              onChange={(afterSending) => change({ afterSending })}
            />
          </Setting>
        </Lines>
      </Section>
    </Sheet>
  );
}
