import '../text/load-later.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Fingerprint, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { call, inWords } from '../api/call.ts';
import { useMe } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { FormProblem } from '../parts/form.tsx';
import { RecoveryCodes } from '../settings/sign-in/recovery-codes.tsx';
import { TotpSetUp } from '../settings/sign-in/totp-set-up.tsx';
import { t } from '../text/t.ts';
import { addPasskey } from './add-passkey.ts';
import { Door } from './door.tsx';
import { passkeyWords } from './passkey-words.ts';

/** The workspace wants a second factor of everybody, and this person has none yet. */
export default function MustAddFactor() {
  const { workspace } = useMe();
  const client = useQueryClient();
  const [isTotp, setTotp] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const goOn = () => client.resetQueries();
  async function byPasskey() {
    setBusy(true);
    try {
      await addPasskey(t('passkey.first'));
      await goOn();
    } catch (error) {
      setProblem(passkeyWords(error));
    } finally {
      setBusy(false);
    }
  }
  async function signOut() {
    try {
      await call('DELETE', '/api/session');
      location.assign('/sign-in');
    } catch (error) {
      setProblem(inWords(error));
    }
  }
  if (codes)
    return (
      <Door title={t('codes.title')} about={t('codes.about')}>
        <RecoveryCodes codes={codes} onDone={() => void goOn()} />
      </Door>
    );
  return (
    <Door title={t('mustAdd.title')} about={t('mustAdd.about', { workspace: workspace.name })} isWide={isTotp}>
      <div className="grid gap-3">
        {problem && <FormProblem>{problem}</FormProblem>}
        {isTotp ? (
          <div className="rounded-medium border border-line bg-raised p-5">
            <TotpSetUp
              onDone={(made) => (made.length > 0 ? setCodes(made) : void goOn())}
              onCancel={() => setTotp(false)}
            />
          </div>
        ) : (
          <>
            <Choice
              icon={<Smartphone size={18} aria-hidden />}
              title={t('mustAdd.totp')}
              about={t('mustAdd.totpAbout')}
              onClick={() => setTotp(true)}
            />
            {'PublicKeyCredential' in window && (
              <Choice
                icon={<Fingerprint size={18} aria-hidden />}
                title={t('mustAdd.passkey')}
                about={t('mustAdd.passkeyAbout')}
                isBusy={isBusy}
                onClick={() => void byPasskey()}
              />
            )}
          </>
        )}
        <Button look="quiet" className="justify-self-start" onClick={() => void signOut()}>
          {t('rail.signOut')}
        </Button>
      </div>
    </Door>
  );
}

function Choice({
  icon,
  title,
  about,
  isBusy,
  onClick,
}: {
  readonly icon: React.ReactNode;
  readonly title: string;
  readonly about: string;
  readonly isBusy?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      disabled={isBusy}
      onClick={onClick}
      className="flex items-start gap-3 rounded-medium border border-line bg-raised p-4 text-start hover:border-edge disabled:opacity-60"
    >
      <span className="mt-0.5 text-accent">{icon}</span>
      <span>
        <span className="block text-l font-semibold">{title}</span>
        <span className="block text-ink-2">{about}</span>
      </span>
    </button>
  );
}
