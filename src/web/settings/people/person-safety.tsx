import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agent } from '../../../wire/people.ts';
import { call, inWords } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { type Question, useConfirm } from '../../parts/confirm.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Section, Setting } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { useSettle } from '../parts/use-settle.ts';
import { sessionsOfQuery } from '../queries.ts';
import { SessionLine } from '../sign-in/sessions.tsx';
import { type Invited, LinkDialog } from './link-dialog.tsx';

/** How a colleague comes in, and how to keep them out. */
export function PersonSafety({ agent }: { readonly agent: Agent }) {
  const settle = useSettle('agents', 'sessions-of');
  const refresh = useRefresh('agents');
  const sessions = useQuery(sessionsOfQuery(agent.id));
  const [ask, asked] = useConfirm();
  const [made, setMade] = useState<Invited | null>(null);
  const { name } = agent;
  const of = `/api/agents/${agent.id}`;

  async function makeLink(path: string) {
    try {
      setMade(await call<Invited>('POST', path));
      await refresh();
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
  }
  async function sure(question: Question, go: () => Promise<unknown>) {
    if (await ask({ ...question, isGrave: true })) await go();
  }
  const deactivate = () =>
    sure(
      { title: t('safety.deactivateTitle', { name }), about: t('safety.deactivateAbout'), act: t('safety.deactivate') },
      () => settle('PATCH', of, { isActive: false }, t('safety.deactivated', { name })),
    );
  const resetFactor = () =>
    sure({ title: t('safety.resetTitle', { name }), about: t('safety.resetAbout'), act: t('safety.reset') }, () =>
      settle('DELETE', `${of}/second-factor`, undefined, t('safety.resetDone', { name })),
    );
  const endAll = () =>
    sure({ title: t('safety.endTitle', { name }), about: t('safety.endAbout'), act: t('safety.end') }, () =>
      settle('DELETE', `${of}/sessions`, undefined, t('safety.ended', { name })),
    );
  const takeBack = () =>
    sure(
      { title: t('safety.takeBackTitle', { name }), about: t('safety.takeBackAbout'), act: t('safety.takeBack') },
      () => settle('DELETE', `${of}/invitation`, undefined, t('safety.takenBack')),
    );

  return (
    <Section title={t('safety.title')}>
      <Lines>
        {agent.isActive && agent.isInvited ? (
          <Setting title={t('safety.invitation')} help={t('safety.invitationAbout')}>
            <span className="flex flex-wrap gap-2">
              <Button onClick={() => void takeBack()}>{t('safety.takeBack')}</Button>
              <Button look="main" onClick={() => void makeLink(`${of}/invitation`)}>
                {t('safety.inviteAgain')}
              </Button>
            </span>
          </Setting>
        ) : (
          agent.isActive && (
            <Setting title={t('safety.link')} help={t('safety.linkAbout')}>
              <Button onClick={() => void makeLink(`${of}/sign-in-link`)}>{t('safety.makeLink')}</Button>
            </Setting>
          )
        )}
        {agent.isActive && !agent.isInvited && (
          <Setting title={t('factor.title')} help={t(agent.hasSecondFactor ? 'safety.hasFactor' : 'safety.noFactor')}>
            {agent.hasSecondFactor && <Button onClick={() => void resetFactor()}>{t('safety.reset')}</Button>}
          </Setting>
        )}
        <Setting
          title={t(agent.isActive ? 'safety.deactivate' : 'people.deactivated')}
          help={t(agent.isActive ? 'safety.deactivateHelp' : 'safety.activateHelp')}
        >
          {agent.isActive ? (
            <Button onClick={() => void deactivate()}>{t('safety.deactivate')}</Button>
          ) : (
            <Button
              look="main"
              onClick={() => void settle('PATCH', of, { isActive: true }, t('safety.activated', { name }))}
            >
              {t('safety.activate')}
            </Button>
          )}
        </Setting>
      </Lines>
      <div className="mt-6 mb-2 flex flex-wrap items-end gap-2">
        <h3 className="me-auto text-l font-semibold">{t('safety.sessions')}</h3>
        {(sessions.data ?? []).length > 0 && <Button onClick={() => void endAll()}>{t('safety.end')}</Button>}
      </div>
      <Loaded query={sessions} what={t('what.sessionsOf', { name })}>
        {(items) =>
          items.length === 0 ? (
            <p className="text-ink-2">{t('safety.noSessions', { name })}</p>
          ) : (
            <Lines>
              {items.map((session) => (
                <SessionLine key={session.id} session={session} />
              ))}
            </Lines>
          )
        }
      </Loaded>
      {asked}
      {made && <LinkDialog made={made} onClose={() => setMade(null)} />}
    </Section>
  );
}
