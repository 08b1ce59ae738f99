import { useState } from 'react';
import type { MySecurity } from '../../../wire/security.ts';
import { call } from '../../api/call.ts';
import { useMe } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { Card } from '../../parts/page.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { NewPassword } from '../../sign-in/new-password.tsx';
import type { Strength } from '../../sign-in/strength-meter.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { Section } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { ProofField, proofToAdd, useProof } from './proof.tsx';

const askStrength = (password: string) => call<Strength>('POST', '/api/password-strength', { password });

export function Password({ security }: { readonly security: MySecurity }) {
  const { hasPassword } = security;
  const refresh = useRefresh('me', 'my-security', 'sessions');
  const { agent } = useMe();
  const save = useSave();
  const [current, setCurrent] = useState('');
  const toAdd = proofToAdd(security, useNow());
  const proof = useProof(hasPassword ? null : toAdd);
  const [password, setPassword] = useState('');
  async function submit() {
    const done = await save.run(() =>
      call('PUT', '/api/me/password', { password, ...(hasPassword ? { current } : proof.proof) }),
    );
    if (done === null) return;
    setCurrent('');
    setPassword('');
    proof.setTyped('');
    say({ title: t('settings.passwordSaved'), detail: t('mySecurity.othersEnded') });
    void refresh();
  }
  return (
    <Section
      title={t('mySecurity.password')}
      about={t(hasPassword ? 'mySecurity.passwordAbout' : 'mySecurity.noPassword')}
    >
      <Card>
        <Form
          save={save}
          fields={['current', 'password', ...proof.fields]}
          onSubmit={() => void submit()}
          className="grid max-w-[400px] gap-3"
        >
          {/* Password managers file it under the right name. */}
          <input type="hidden" name="username" autoComplete="username" value={agent?.email ?? ''} readOnly />
          {hasPassword && (
            <PasswordField
              label={t('settings.passwordCurrent')}
              autoComplete="current-password"
              required
              value={current}
              onChange={({ target }) => setCurrent(target.value)}
              problem={save.at('current')}
            />
          )}
          <NewPassword
            label={t('settings.passwordNew')}
            value={password}
            save={save}
            ask={askStrength}
            onChange={setPassword}
          />
          {password !== '' && <ProofField of={proof} save={save} />}
          <Button
            type="submit"
            look="main"
            isBusy={save.isBusy}
            disabled={password === ''}
            className="justify-self-start"
          >
            {t(hasPassword ? 'settings.passwordChange' : 'settings.passwordFirst')}
          </Button>
        </Form>
      </Card>
      <Unsaved isDirty={password !== '' && !save.isBusy} />
    </Section>
  );
}
