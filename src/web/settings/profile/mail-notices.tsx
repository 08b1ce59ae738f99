import type { Preferences } from '../../../wire/notifications.ts';
import { INPUT } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { Lines, Section, Setting } from '../parts/sheet.tsx';

const WHICH = ['off', 'alerts', 'hourly', 'daily'] as const;

/** What is mailed to somebody. Whether mail is sent at all is set up by an admin. */
export function MailNotices({
  email,
  isSetUp,
  which,
  at,
  onChange,
}: {
  readonly email: string;
  readonly isSetUp: boolean;
  readonly which: Preferences['mail'];
  readonly at: string;
  readonly onChange: (change: Partial<Preferences>) => void;
}) {
  return (
    <Section title={t('mail.title')} about={isSetUp ? t('mail.about', { email }) : t('mail.off')}>
      <Lines>
        <Setting title={t('mail.which')} help={t('mail.whichHelp')}>
          <div className="w-72 max-phone:w-full">
            <Select
              label={t('mail.which')}
              value={which}
              options={WHICH.map((value) => ({ value, label: t(`mail.which.${value}`) }))}
              onChange={(mail) => onChange({ mail: WHICH.find((one) => one === mail) ?? 'alerts' })}
            />
          </div>
        </Setting>
        {which === 'daily' && (
          <Setting title={t('mail.at')}>
            <input
              type="time"
              required
              aria-label={t('mail.at')}
              defaultValue={at}
              // Kept when it is whole: while a time is being typed the browser has none to give.
              onChange={({ target }) => target.value !== '' && onChange({ mailAt: target.value.slice(0, 5) })}
              className={`${INPUT} num !w-auto`}
            />
          </Setting>
        )}
      </Lines>
    </Section>
  );
}
