import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useMe } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { Card } from '../../parts/page.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { type Strength, StrengthMeter } from '../../sign-in/strength-meter.tsx';
import { t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';

const askStrength = (password: string) => call<Strength>('POST', '/api/password-strength', { password });

export function Password({ hasPassword }: { readonly hasPassword: boolean }) {
  const client = useQueryClient();
  const { agent } = useMe();
  const save = useSave();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  async function submit() {
    const done = await save.run(() =>
      call('PUT', '/api/me/password', { password, ...(hasPassword ? { current } : {}) }),
    );
    if (done === null) return;
    setCurrent('');
    setPassword('');
    say({ title: t('settings.passwordSaved'), detail: t('mySecurity.othersEnded') });
    for (const key of ['me', 'my-security', 'sessions']) void client.invalidateQueries({ queryKey: [key] });
  }
  return (
    <Section
      title={t('mySecurity.password')}
      about={t(hasPassword ? 'mySecurity.passwordAbout' : 'mySecurity.noPassword')}
    >
      <Card>
        <Form
          save={save}
          fields={['current', 'password']}
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
          <PasswordField
            label={t('settings.passwordNew')}
            help={t('settings.passwordHelp')}
            autoComplete="new-password"
            minLength={10}
            required
            value={password}
            onChange={({ target }) => {
              setPassword(target.value);
              save.clear();
            }}
            problem={save.at('password')}
          />
          {save.at('password') === null && <StrengthMeter password={password} ask={askStrength} />}
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
