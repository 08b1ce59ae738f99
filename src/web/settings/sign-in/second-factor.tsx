import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { MySecurity } from '../../../wire/security.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { Line, Lines, Section } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { proofWanted } from './proof.tsx';
import { ReassureDialog } from './reassure.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetUp } from './totp-set-up.tsx';

type Open = 'setUp' | 'remove' | 'codes' | null;

/** The code from an app, and the codes for the day that the phone is lost. */
export function SecondFactor({ security }: { readonly security: MySecurity }) {
  const refresh = useRefresh('my-security', 'me', 'agents');
  const now = useNow();
  const [open, setOpen] = useState<Open>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { totp, recoveryCodesLeft } = security;
  return (
    <Section title={t('factor.title')} about={t(security.isSecondFactorRequired ? 'factor.required' : 'factor.about')}>
      <Lines>
        <Line className="py-3">
          {totp ? (
            <ShieldCheck size={18} aria-hidden className="text-accent" />
          ) : (
            <ShieldAlert size={18} aria-hidden className="text-ink-3" />
          )}
          <div className="min-w-[200px] flex-1">
            <p className="font-medium">{t('factor.totp')}</p>
            <p className="text-s text-ink-3">
              {totp ? t('factor.since', { at: momentWords(totp.since, now) }) : t('factor.totpAbout')}
            </p>
          </div>
          {totp ? (
            <Button onClick={() => setOpen('remove')}>{t('factor.remove')}</Button>
          ) : (
            <Button look="main" onClick={() => setOpen('setUp')}>
              {t('factor.setUp')}
            </Button>
          )}
        </Line>
        {(totp || recoveryCodesLeft > 0) && (
          <Line className="py-3">
            <div className="min-w-[200px] flex-1 ps-[30px] max-phone:ps-0">
              <p className="font-medium">{t('factor.codes')}</p>
              <p className={`text-s ${recoveryCodesLeft < 3 ? 'font-medium text-warn' : 'text-ink-3'}`}>
                {t('factor.codesLeft', { count: recoveryCodesLeft })}
              </p>
            </div>
            <Button onClick={() => setOpen('codes')}>{t('factor.newCodes')}</Button>
          </Line>
        )}
      </Lines>
      {open === 'setUp' && (
        <Dialog isOpen onClose={() => setOpen(null)} title={t('totp.title')} isWide>
          <TotpSetUp
            security={security}
            onCancel={() => setOpen(null)}
            onDone={(made) => {
              setOpen(null);
              void refresh();
              if (made.length > 0) setCodes(made);
              say({ title: t('totp.done') });
            }}
          />
        </Dialog>
      )}
      {open === 'remove' && (
        <ReassureDialog
          title={t('factor.removeTitle')}
          about={t(security.isSecondFactorRequired ? 'factor.removeAboutRequired' : 'factor.removeAbout')}
          act={t('factor.remove')}
          wanted={proofWanted(security)}
          onClose={() => setOpen(null)}
          send={(proof) => call('POST', '/api/me/totp/remove', proof)}
          onDone={() => {
            void refresh();
            say({ title: t('factor.removed') });
          }}
        />
      )}
      {open === 'codes' && (
        <ReassureDialog
          title={t('factor.newCodesTitle')}
          about={t('factor.newCodesAbout')}
          act={t('factor.newCodes')}
          wanted={proofWanted(security)}
          onClose={() => setOpen(null)}
          send={(proof) => call<{ codes: string[] }>('POST', '/api/me/recovery-codes', proof)}
          onDone={(answer) => {
            setCodes(answer.codes);
            void refresh();
          }}
        />
      )}
      {codes && (
        <Dialog isOpen onClose={() => setCodes(null)} title={t('codes.title')} about={t('codes.about')}>
          <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
        </Dialog>
      )}
    </Section>
  );
}
