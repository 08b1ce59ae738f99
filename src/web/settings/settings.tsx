import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call, inWords, Refusal } from '../api/call.ts';
import { readTheme, setTheme, type Theme } from '../frame/theme.ts';
import { useMay, useMe } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Select } from '../parts/select.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { Sessions } from './sessions.tsx';
import { Team } from './team.tsx';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** What concerns the one who is signed in; and the team, for those who look after it. */
export function Settings() {
  const me = useMe();
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  async function signOut() {
    try {
      await call('DELETE', '/api/session');
      client.clear();
      await navigate({ to: '/sign-in' });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
  }
  return (
    <Page title={t('settings.title')} acts={<Button onClick={() => void signOut()}>{t('rail.signOut')}</Button>}>
      <div className="grid max-w-[560px] gap-4">
        {me.agent && (
          <p className="text-ink-2">
            <b className="font-semibold text-ink">{me.agent.name}</b> · {me.agent.email} · {t(`role.${me.agent.role}`)}{' '}
            · {me.workspace.name}
          </p>
        )}
        <Look />
        {me.agent && <Password hasPassword={me.hasPassword} />}
        {me.agent && <Sessions />}
        {may('agents.read') && <Team />}
      </div>
    </Page>
  );
}

function Look() {
  const [theme, setChosen] = useState(readTheme);
  return (
    <Card>
      <h2 className="mb-2 font-semibold">{t('settings.look')}</h2>
      <Select
        label={t('settings.look')}
        value={theme}
        options={THEMES.map((one) => ({ value: one, label: t(`settings.theme.${one}`) }))}
        onChange={(next) => {
          const chosen = THEMES.find((one) => one === next) ?? 'system';
          setTheme(chosen);
          setChosen(chosen);
        }}
      />
    </Card>
  );
}

function Password({ hasPassword }: { readonly hasPassword: boolean }) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<{ readonly isCurrent: boolean; readonly words: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    setBusy(true);
    try {
      await call('PUT', '/api/me/password', {
        password: String(form.get('password')),
        ...(hasPassword ? { current: String(form.get('current')) } : {}),
      });
      element.reset();
      setProblem(null);
      say({ title: t('settings.passwordSaved') });
      await client.invalidateQueries({ queryKey: ['me'] });
    } catch (error) {
      setProblem({ isCurrent: error instanceof Refusal && error.code === 'wrong_password', words: inWords(error) });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Card>
      <h2 className="mb-2 font-semibold">{t(hasPassword ? 'settings.passwordChange' : 'settings.passwordFirst')}</h2>
      <form onSubmit={(event) => void save(event)} className="grid gap-4">
        {hasPassword && (
          <TextField
            label={t('settings.passwordCurrent')}
            name="current"
            type="password"
            autoComplete="current-password"
            problem={problem?.isCurrent ? problem.words : null}
            required
          />
        )}
        <TextField
          label={t('settings.passwordNew')}
          help={t('settings.passwordHelp')}
          problem={problem?.isCurrent === false ? problem.words : null}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
        />
        <Button type="submit" isBusy={isBusy} className="justify-self-start">
          {t('settings.passwordSave')}
        </Button>
      </form>
    </Card>
  );
}
