import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { differences, fill } from '../../../core/priority/scale.ts';
import type { Scale, ScaleVersion } from '../../../wire/priority.ts';
import { newId } from '../../api/new-id.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { LoadFailed } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { agoWords, fullWords } from '../../time/words.ts';
import { LinesWait } from '../parts/loaded.tsx';
import { Line, Lines, Section } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { versionsQuery } from './queries.ts';

/** Who changed what, when and why; each version can be gone back to. */
export function Versions({ teamId, version }: { readonly teamId: string | null; readonly version: number }) {
  const versions = useInfiniteQuery(versionsQuery(teamId));
  const settle = useSettle('priority');
  const [isBusy, setBusy] = useState(false);
  const rows = (versions.data?.pages ?? []).flatMap((page) => page.items);
  async function restore(path: string, body: object, words: string) {
    setBusy(true);
    await settle('POST', path, { id: newId(), from: version, ...body }, words);
    setBusy(false);
  }
  const restoreVersion = (row: ScaleVersion) =>
    restore('/api/priority/restore', { restores: row.id }, t('priority.restored', { version: row.version }));
  const restoreNone = () => restore('/api/priority/versions', { teamId, weights: null }, t('priority.saved'));
  return (
    <Section title={t('priority.versions')} about={rows.length > 0 && t('priority.versionsAbout')}>
      {versions.isPending ? (
        <LinesWait what={t('what.priorityVersions')} />
      ) : versions.isError && rows.length === 0 ? (
        <LoadFailed what={t('what.priorityVersions')} error={versions.error} onRetry={() => void versions.refetch()} />
      ) : rows.length === 0 ? (
        <p className="text-ink-3">{t('priority.noVersions')}</p>
      ) : (
        <>
          <Lines label={t('priority.versions')}>
            {rows.map((row, at) => (
              <Line key={row.id} className="!items-start">
                <VersionWords row={row} before={rows[at + 1]} />
                {row.version === version ? (
                  <Chip tone="accent">{t('priority.current')}</Chip>
                ) : (
                  <Button
                    aria-label={t('priority.restoreOf', { version: row.version })}
                    disabled={isBusy}
                    onClick={() => void restoreVersion(row)}
                  >
                    {t('priority.restore')}
                  </Button>
                )}
              </Line>
            ))}
            {!versions.hasNextPage && rows[0]?.weights && (
              <Line>
                <p className="min-w-[200px] flex-1 text-ink-2">
                  {t(teamId ? 'priority.beforeTeam' : 'priority.beforeAll')}
                </p>
                <Button
                  aria-label={t(teamId ? 'priority.backToWorkspace' : 'priority.backToShipped')}
                  disabled={isBusy}
                  onClick={() => void restoreNone()}
                >
                  {t('priority.restore')}
                </Button>
              </Line>
            )}
          </Lines>
          {versions.hasNextPage && (
            <Button className="mt-3" isBusy={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
              {t('priority.olderVersions')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function VersionWords({ row, before }: { readonly row: ScaleVersion; readonly before: ScaleVersion | undefined }) {
  const now = useNow();
  const ago = agoWords(row.madeAt, now);
  return (
    <div className="min-w-[200px] flex-1">
      <p>
        <span className="font-medium">{t('priority.version', { version: row.version })}</span>{' '}
        <span className="text-s text-ink-3" title={fullWords(row.madeAt)}>
          {row.madeBy === null ? t('priority.byToken', { ago }) : t('priority.byWhom', { name: row.madeBy, ago })}
        </span>
      </p>
      {row.why && <p className="[overflow-wrap:anywhere]">{row.why}</p>}
      <p className="text-s text-ink-2">{changeWords(row, before)}</p>
    </div>
  );
}

/** "VIP 30 → 50 · Private message 10 → off", or what it was instead of single changes. */
function changeWords(row: ScaleVersion, before: ScaleVersion | undefined): string {
  if (row.restores !== null) return t('priority.restoredFrom', { version: row.restores });
  if (row.weights === null) return t(row.teamId ? 'priority.nowFollows' : 'priority.nowShipped');
  const was = weightsBefore(row, before);
  if (was === null) return before || row.version === 1 ? t('priority.firstOwn') : '';
  const changes = differences(was, row.weights);
  const points = (value: number | null | undefined) =>
    value === null || value === undefined ? t('priority.off') : value;
  return Object.keys(changes.after)
    .map((id) => id as keyof typeof changes.after)
    .map((id) =>
      t('priority.change', {
        factor: t(`factor.${id}`),
        before: points(changes.before[id]),
        after: points(changes.after[id]),
      }),
    )
    .join(' · ');
}

/** Null: what the workspace had then is not known here. */
function weightsBefore(row: ScaleVersion, before: ScaleVersion | undefined): Scale | null {
  if (before?.weights) return before.weights;
  return row.teamId === null && (before || row.version === 1) ? fill({}) : null;
}
