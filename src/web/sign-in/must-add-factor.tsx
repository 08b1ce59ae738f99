import '../text/load-later.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fingerprint, Smartphone } from 'lucide-react';
import { useState } from 'react';
import type { MySecurity } from '../../wire/security.ts';
import { inWords } from '../api/call.ts';
import { useMe } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { FormProblem } from '../parts/form.tsx';
import { Loaded } from '../settings/parts/loaded.tsx';
import { type Proof, proofToAdd } from '../settings/sign-in/proof.tsx';
import { ReassureDialog } from '../settings/sign-in/reassure.tsx';
import { RecoveryCodes } from '../settings/sign-in/recovery-codes.tsx';
import { securityQuery } from '../settings/sign-in/security-query.ts';
import { TotpSetUp } from '../settings/sign-in/totp-set-up.tsx';
import { t } from '../text/t.ts';
import { addPasskey } from './add-passkey.ts';
import { Door } from './door.tsx';
import { useSignOut } from './use-sign-out.ts';

/** The workspace wants a second factor of everybody, and this person has none yet. */
export default function MustAddFactor() {
  const { workspace } = useMe();
  const client = useQueryClient();
  const security = useQuery(securityQuery);
  const [by, setBy] = useState<'totp' | 'passkey' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = useSignOut();
  const goOn = () => client.resetQueries();
  const addFirst = (proof?: Proof) => addPasskey(t('passkey.first'), proof);
  async function byPasskey(mine: MySecurity) {
    if (proofToAdd(mine, Date.now())) return setBy('passkey');
    setBusy(true);
    try {
      await addFirst();
      await goOn();
    } catch (error) {
      setProblem(inWords(error));
    } finally {
      setBusy(false);
    }
  }
  if (codes)
    return (
      <Door title={t('codes.title')} about={t('codes.about')}>
        <RecoveryCodes codes={codes} onDone={() => void goOn()} />
      </Door>
    );
  return (
    <Door title={t('mustAdd.title')} about={t('mustAdd.about', { workspace: workspace.name })} isWide={by === 'totp'}>
      <div className="grid gap-3">
        {problem && <FormProblem>{problem}</FormProblem>}
        <Loaded query={security} what={t('what.security')}>
          {(mine) =>
            by === 'totp' ? (
              <div className="rounded-medium border border-line bg-raised p-5">
                <TotpSetUp
                  security={mine}
                  onDone={(made) => (made.length > 0 ? setCodes(made) : void goOn())}
                  onCancel={() => setBy(null)}
                />
              </div>
            ) : (
              <>
                <Choice
                  icon={<Smartphone size={18} aria-hidden />}
                  title={t('mustAdd.totp')}
                  about={t('mustAdd.totpAbout')}
                  onClick={() => setBy('totp')}
                />
                {'PublicKeyCredential' in window && (
                  <Choice
                    icon={<Fingerprint size={18} aria-hidden />}
                    title={t('mustAdd.passkey')}
                    about={t('mustAdd.passkeyAbout')}
                    isBusy={isBusy}
                    onClick={() => void byPasskey(mine)}
                  />
                )}
                {by === 'passkey' && (
                  <ReassureDialog
                    title={t('passkeys.add')}
                    about={t('passkeys.addAbout')}
                    act={t('passkeys.add')}
                    wanted={proofToAdd(mine, Date.now())}
                    send={addFirst}
                    onDone={() => void goOn()}
                    onClose={() => setBy(null)}
                  />
                )}
              </>
            )
          }
        </Loaded>
        <Button
          look="quiet"
          className="justify-self-start"
          onClick={() => void signOut().catch((error: unknown) => setProblem(inWords(error)))}
        >
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
