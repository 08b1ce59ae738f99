import { useQuery } from '@tanstack/react-query';
import type { PolicyVersion } from '../../../wire/routing.ts';
import { useAgentName } from '../../api/use-agent-name.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords } from '../../time/words.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { versionsQuery } from './queries.ts';

/** Who decided what; bringing one back is a version of its own. */
export function Versions({ teamId, onVersion }: { readonly teamId: string | null; readonly onVersion: number }) {
  const versions = useQuery(versionsQuery(teamId));
  const settle = useSettle('routing');
  const nameOf = useAgentName();
  const now = useNow();
  const restore = ({ version, policy }: PolicyVersion) =>
    settle('PUT', '/api/routing/policy', { teamId, onVersion, policy }, t('routing.restored', { version }));
  const byWhom = ({ madeBy, madeAt }: PolicyVersion) => {
    const ago = madeAt === null ? '' : agoWords(madeAt, now);
    return madeBy === null
      ? t('routing.byToken', { ago })
      : t('routing.byWhom', { name: nameOf(madeBy) ?? t('actor.someone'), ago });
  };
  return (
    <Section title={t('routing.versions')} about={t('routing.versionsAbout')}>
      <Loaded query={versions} what={t('what.routingVersions')}>
        {(items) =>
          items.length === 0 ? (
            <p className="text-ink-3">{t('routing.noVersions')}</p>
          ) : (
            <Lines label={t('routing.versions')}>
              {items.map((one, at) => (
                <Line key={one.version}>
                  <div className="min-w-[160px] flex-1">
                    <p className="flex flex-wrap items-center gap-2 font-medium">
                      {t('routing.version', { version: one.version })}
                      {at === 0 && <Chip tone="accent">{t('routing.current')}</Chip>}
                    </p>
                    <p className="text-s text-ink-3">{byWhom(one)}</p>
                    <p className="text-s text-ink-2">
                      {one.policy === null
                        ? t('routing.nowFollows')
                        : t('routing.holds', {
                            mode: t(`routing.mode.${one.policy.mode}`),
                            count: one.policy.capacity,
                          })}
                    </p>
                  </div>
                  {at > 0 && (
                    <Button
                      aria-label={t('routing.restoreOf', { version: one.version })}
                      onClick={() => void restore(one)}
                    >
                      {t('routing.restore')}
                    </Button>
                  )}
                </Line>
              ))}
            </Lines>
          )
        }
      </Loaded>
    </Section>
  );
}
