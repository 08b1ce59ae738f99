import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Binoculars, Ear, TrendingUp } from 'lucide-react';
import { shareQuery } from '../api/listening.ts';
import { Card } from '../parts/page.tsx';
import { t } from '../text/t.ts';
import { ChannelName } from './channel-name.tsx';
import { sumOf } from './chart-scale.ts';
import type { Days, ListenSearch } from './listen-search.ts';
import { MoodBar, percentWords } from './mood-bar.tsx';
import { SAID_TO_US } from './said-to-us.ts';

/** The boards beside each other, ours and those of others; and what is said to us, to compare. */
export function Share({ days }: { readonly days: Days }) {
  const { data } = useQuery(shareQuery(days));
  if (!data) return null;
  const all = data.boards.reduce((sum, board) => sum + sumOf(board), 0);
  const most = Math.max(...data.boards.map(sumOf), 1);
  const mostToUs = Math.max(...data.saidToUs.map(sumOf), 1);
  const range: ListenSearch = days === 7 ? {} : { days };
  return (
    <div className="grid gap-4 desk:grid-cols-2">
      {data.boards.length > 0 && (
        <Card>
          <h2 className="text-l font-semibold">{t('share.title')}</h2>
          <p className="mb-3 text-s text-ink-3">{t('share.about')}</p>
          <ul className="-mx-2 grid gap-0.5">
            {data.boards.map((board) => {
              const Icon = board.kind === 'own' ? Ear : Binoculars;
              return (
                <li key={board.id}>
                  <Link
                    to="/listen"
                    search={{ board: board.id, show: 'picture', ...range }}
                    className="flex rounded-small px-2 py-1.5 hover:bg-sunken max-phone:min-h-10"
                  >
                    <MoodBar
                      name={
                        <>
                          <Icon
                            size={14}
                            role="img"
                            aria-label={t(`listen.${board.kind}`)}
                            className="flex-none text-ink-3"
                          />
                          <span className="min-w-0 truncate" dir="auto">
                            {board.name}
                          </span>
                          {all > 0 && (
                            <span
                              className="num flex-none text-s text-ink-3"
                              title={t('share.percent', { percent: percentWords(sumOf(board) / all) })}
                            >
                              {percentWords(sumOf(board) / all)}
                            </span>
                          )}
                        </>
                      }
                      moods={board}
                      most={most}
                      before={board.before}
                    />
                  </Link>
                </li>
              );
            })}
          </ul>
        </Card>
      )}
      {data.saidToUs.length > 0 && (
        <Card>
          <h2 className="flex items-center gap-2 text-l font-semibold">
            {t('share.saidToUs')}
            {data.spike && (
              <Link
                to="/listen"
                search={{ board: SAID_TO_US, spike: data.spike.id }}
                className="inline-flex items-center gap-1 rounded-full bg-alarm-soft px-2 text-s font-medium text-alarm"
              >
                <TrendingUp size={12} aria-hidden /> {t('listen.spikeNow')}
              </Link>
            )}
          </h2>
          <p className="mb-3 text-s text-ink-3">{t('share.saidToUsAbout')}</p>
          <ul className="grid gap-0.5">
            {data.saidToUs.map((one) => (
              <li key={one.channel} className="py-1.5">
                <MoodBar name={<ChannelName channel={one.channel} />} moods={one} most={mostToUs} before={one.before} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
