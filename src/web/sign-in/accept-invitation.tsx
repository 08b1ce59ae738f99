import { useCallback, useState } from 'react';
import type { Invitation, SignedIn } from '../../wire/security.ts';
import { call, inWords } from '../api/call.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Form, useSave } from '../parts/form.tsx';
import { Segments } from '../parts/segments.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { addPasskey } from './add-passkey.ts';
import { Door } from './door.tsx';
import { NewPassword } from './new-password.tsx';
import type { SecondStepAsked } from './proving.ts';
import type { Strength } from './strength-meter.tsx';

/** An invited person says how they want to be called, and how they will come in from now on. */
export function AcceptInvitation({
  token,
  invitation,
  onDone,
  onSecond,
}: {
  readonly token: string;
  readonly invitation: Invitation;
  readonly onDone: () => Promise<void>;
  readonly onSecond: (asked: SecondStepAsked) => void;
}) {
  const save = useSave();
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const [by, setBy] = useState<'password' | 'passkey'>(invitation.password ? 'password' : 'passkey');
  const ask = useCallback(
    (typed: string) => call<Strength>('POST', '/api/invitation/password-strength', { token, password: typed }),
    [token],
  );
  async function submit() {
    const answer = await save.run(() =>
      call<SignedIn>('POST', '/api/invitation/accept', { token, name, ...(by === 'password' ? { password } : {}) }),
    );
    if (!answer) return;
    if (answer.step === 'second_factor') return onSecond(answer);
    // They are in by now: a passkey that could not be made is made later, in the settings.
    if (by === 'passkey')
      await addPasskey(t('passkey.first')).catch((error: unknown) =>
        say({ title: inWords(error), detail: t('passkey.later'), isBad: true }),
      );
    await onDone();
  }
  return (
    <Door
      title={t('invitation.title', { workspace: invitation.workspace.name })}
      about={t('invitation.about', { email: invitation.email })}
    >
      <Form save={save} fields={['name', 'password']} onSubmit={() => void submit()}>
        <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
        <TextField
          label={t('invitation.name')}
          help={t('profile.nameHelp')}
          autoComplete="name"
          required
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
          problem={save.at('name')}
        />
        {invitation.password && (
          <div>
            <Segments
              label={t('invitation.by')}
              value={by}
              options={[
                { value: 'password', label: t('invitation.byPassword') },
                { value: 'passkey', label: t('invitation.byPasskey') },
              ]}
              onChange={setBy}
            />
          </div>
        )}
        {by === 'password' ? (
          <NewPassword label={t('invitation.password')} value={password} save={save} ask={ask} onChange={setPassword} />
        ) : (
          <p className="text-ink-2">{t('invitation.passkeyAbout')}</p>
        )}
        <Button type="submit" look="main" isBusy={save.isBusy} className="!h-10">
          {t('invitation.accept')}
        </Button>
      </Form>
    </Door>
  );
}
