import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Mail, Send } from 'lucide-react';
import type { z } from 'zod';
import type { MailSettings, MailTested } from '../../../wire/mail.ts';
import { call, inWords } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Select } from '../../parts/select.tsx';
import { Empty } from '../../parts/states.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section, Setting, Sheet } from '../parts/sheet.tsx';

const mailQuery = {
  queryKey: ['mail'] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => call<MailSettings>('GET', '/api/mail', undefined, signal),
  refetchInterval: 5_000,
};
const TONES = { waiting: 'warn', sent: 'accent', failed: 'alarm' } as const;

/** How the house's own mails are sent, and what became of the last ones. */
export default function MailPage() {
  const query = useQuery(mailQuery);
  const client = useQueryClient();
  async function test() {
    try {
      const { address } = await call<z.infer<typeof MailTested>>('POST', '/api/mail/test');
      say({ title: t('mail.tested', { email: address }) });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
    await client.invalidateQueries({ queryKey: mailQuery.queryKey });
  }
  async function choose(inboxId: string | null) {
    try {
      client.setQueryData(mailQuery.queryKey, await call<MailSettings>('PUT', '/api/mail', { inboxId }));
      say({ title: t('mail.saved') });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
  }
  const acts = query.data?.by && (
    <Button icon={<Send size={14} aria-hidden />} onClick={() => void test()}>
      {t('mail.test')}
    </Button>
  );
  return (
    <Sheet title={t('page.mail')} about={t('mail.pageAbout')} acts={acts}>
      <Loaded query={query} what={t('what.mail')}>
        {(settings) => (
          <>
            {settings.by === null && (
              <p className="rounded-medium bg-warn-soft px-4 py-3 text-warn">{t('mail.isOff')}</p>
            )}
            <Sender settings={settings} onChoose={(id) => void choose(id)} />
            <LastMails settings={settings} />
          </>
        )}
      </Loaded>
    </Sheet>
  );
}

function Sender({
  settings,
  onChoose,
}: {
  readonly settings: MailSettings;
  readonly onChoose: (id: string | null) => void;
}) {
  if (settings.by === 'server')
    return (
      <Lines>
        <Line className="py-3">
          <Mail size={16} aria-hidden className="flex-none text-accent" />
          <div className="min-w-0 flex-1">
            <p className="font-medium">{t('mail.byServer', { address: settings.address ?? '' })}</p>
            <p className="text-s text-ink-3">{t('mail.byServerAbout')}</p>
          </div>
        </Line>
      </Lines>
    );
  if (settings.inboxes.length === 0) return <Empty title={t('mail.noInbox')} />;
  return (
    <Lines>
      <Setting title={t('mail.byInbox')} help={t('mail.byInboxHelp')}>
        <div className="w-72 max-phone:w-full">
          <Select
            label={t('mail.byInbox')}
            value={settings.inboxId ?? ''}
            options={[
              { value: '', label: t('mail.nobody') },
              ...settings.inboxes.map(({ id, name, address }) => ({ value: id, label: `${name} · ${address}` })),
            ]}
            onChange={(id) => onChoose(id === '' ? null : id)}
          />
        </div>
      </Setting>
    </Lines>
  );
}

function LastMails({ settings: { by, last } }: { readonly settings: MailSettings }) {
  const now = useNow();
  if (last.length === 0 && by === null) return null;
  return (
    <Section title={t('mail.last')}>
      {last.length === 0 ? (
        <p className="text-ink-3">{t('mail.none')}</p>
      ) : (
        <Lines label={t('mail.last')}>
          {last.map((mail) => (
            <Line key={mail.id}>
              <time dateTime={mail.at} className="num w-24 flex-none text-s text-ink-3">
                {momentWords(mail.at, now)}
              </time>
              <div className="min-w-[160px] flex-1">
                <p className="truncate">{mail.subject}</p>
                <p className="text-s text-ink-3 [overflow-wrap:anywhere]">
                  {t(`mail.kind.${mail.kind}`)} · {mail.address}
                  {mail.detail && ` · ${mail.detail}`}
                </p>
              </div>
              <Chip tone={TONES[mail.state]}>{t(`mail.state.${mail.state}`)}</Chip>
            </Line>
          ))}
        </Lines>
      )}
    </Section>
  );
}
