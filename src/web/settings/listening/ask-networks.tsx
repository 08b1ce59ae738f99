import { useQuery } from '@tanstack/react-query';
import { Radar, TriangleAlert } from 'lucide-react';
import { SAMPLED_MOST } from '../../../core/listening/search.ts';
import type { ListeningSource, Preview } from '../../../wire/listening.ts';
import { channelsQuery } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';
import { dollarWords, listed } from './words.ts';

/** Networks are asked by a press only: those that cost nothing together, each other one after its price was told. */
export function AskNetworks({
  sources,
  chosen,
  asked,
  wasAsked,
  isAsking,
  onAsk,
}: {
  readonly sources: readonly ListeningSource[];
  /** Those that the rule looks through; none: all that can. */
  readonly chosen: readonly string[];
  readonly asked: Preview['asked'];
  /** Before the draft was changed, too. */
  readonly wasAsked: boolean;
  readonly isAsking: boolean;
  readonly onAsk: (inboxIds: readonly string[]) => void;
}) {
  const [ask, confirm] = useConfirm();
  const { data: channels } = useQuery(channelsQuery);
  const able = sources.filter(({ can, inboxId }) => can && (chosen.length === 0 || chosen.includes(inboxId)));
  const open = able.filter(({ inboxId }) => !asked.some((one) => one.inboxId === inboxId && one.problem === null));
  const free = open.filter(({ usdPerPost }) => usdPerPost === null);
  const paid = open.filter(({ usdPerPost }) => usdPerPost !== null);
  if (able.length === 0) return null;
  const nameOf = (channel: string) => channels?.find((one) => one.channel === channel)?.name ?? channel;
  async function askPaid({ inboxId, channel, usdPerPost }: ListeningSource) {
    const name = nameOf(channel);
    const isSure = await ask({
      title: t('ask.paidTitle', { name }),
      about: `${t('ask.paidAbout', paidWords(usdPerPost ?? 0))} ${t('ask.paidConfirm')}`,
      act: t('ask.paid', { name }),
    });
    if (isSure) onAsk([inboxId]);
  }
  return (
    <div className="grid gap-2 rounded-medium border border-line bg-raised px-4 py-3">
      <div>
        <h3 className="font-semibold">{t('ask.title')}</h3>
        <p className="text-s text-ink-3">{t(wasAsked && asked.length === 0 ? 'ask.stale' : 'ask.about')}</p>
      </div>
      {isAsking && (
        <p role="status" className="text-ink-2">
          {t('ask.asking')}
        </p>
      )}
      {!isAsking && asked.length > 0 && (
        <ul className="grid gap-1">
          {asked.map((one) => (
            <Answer key={one.inboxId} answer={one} source={sources.find(({ inboxId }) => inboxId === one.inboxId)} />
          ))}
        </ul>
      )}
      {!isAsking && open.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {free.length > 0 && (
            <Button
              icon={<Radar size={14} aria-hidden />}
              title={t('ask.freeAbout')}
              onClick={() => onAsk(free.map(({ inboxId }) => inboxId))}
            >
              {t('ask.free', { names: listed([...new Set(free.map(({ channel }) => nameOf(channel)))]) })}
            </Button>
          )}
          {paid.map((source) => (
            <Button key={source.inboxId} onClick={() => void askPaid(source)}>
              {t('ask.paidWith', {
                name: paid.length > 1 ? source.name : nameOf(source.channel),
                price: dollarWords(source.usdPerPost ?? 0),
              })}
            </Button>
          ))}
        </div>
      )}
      {confirm}
    </div>
  );
}

const paidWords = (usdPerPost: number) => ({
  price: dollarWords(usdPerPost),
  most: count(SAMPLED_MOST),
  cost: dollarWords(usdPerPost * SAMPLED_MOST),
});

function Answer({
  answer: { found, costUsd, problem },
  source,
}: {
  readonly answer: Preview['asked'][number];
  readonly source: ListeningSource | undefined;
}) {
  return (
    <li className="flex items-start gap-2">
      {source && <NetworkMark channel={source.channel} />}
      <span className="min-w-0 flex-1">
        <span className="font-medium">{source?.name}</span>{' '}
        {problem ? (
          <span className="text-warn">
            <TriangleAlert size={12} aria-hidden className="me-1 inline align-[-1px]" />
            {problem}
          </span>
        ) : (
          <span className="num text-ink-2">
            {[
              t('ask.found', { count: found, shown: count(found) }),
              costUsd === null ? null : t('ask.cost', { cost: dollarWords(costUsd) }),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        )}
      </span>
    </li>
  );
}
