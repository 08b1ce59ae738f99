import { useQuery } from '@tanstack/react-query';
import { Radar } from 'lucide-react';
import type { Care } from '../../../core/listening/listening-rule.ts';
import type { ListeningSource } from '../../../wire/listening.ts';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { compareNames } from '../../text/by-name.ts';
import { languageName } from '../../text/language-name.ts';
import { t } from '../../text/t.ts';
import { understandingQuery } from '../understanding/queries.ts';
import { dollarWords, listed } from './words.ts';

/** What it means for networks and in which languages it works when more than words is heard: said before it is saved. */
export function CareReach({
  care,
  chosen,
  sources,
}: {
  readonly care: Exclude<Care, 'words'>;
  /** Those that the rule looks through; none: all that can. */
  readonly chosen: readonly string[];
  readonly sources: readonly ListeningSource[];
}) {
  const { data } = useQuery({ ...understandingQuery, enabled: care === 'understood' });
  const wider = sources.filter(
    ({ can, isNarrowed, inboxId }) => can && isNarrowed && (chosen.length === 0 || chosen.includes(inboxId)),
  );
  const languages = (data?.shipped.languages ?? []).filter(({ heads }) => heads.kind?.passed);
  const names = languages.map(({ language }) => languageName(language)).toSorted(compareNames);
  if (care === 'anything' && wider.length === 0) return null;
  return (
    <div className="grid grid-cols-[14px_minmax(0,1fr)] gap-x-2.5 gap-y-1.5 rounded-medium bg-sunken px-3 py-2.5 text-s text-ink-2">
      <Radar size={14} aria-hidden className="mt-[3px]" />
      <div className="grid gap-1.5">
        <p>{t(`listening.careReach.${care}`)}</p>
        {wider.length > 0 && (
          <ul className="grid gap-1">
            {wider.map(({ inboxId, channel, name, usdPerPost }) => (
              <li key={inboxId} className="flex items-start gap-2">
                <NetworkMark channel={channel} />
                <span className="min-w-0">
                  <b className="font-semibold text-ink">{name}</b>{' '}
                  {usdPerPost === null
                    ? t('listening.careReach.counts')
                    : t('listening.careReach.costs', { price: dollarWords(usdPerPost) })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {care === 'understood' && names.length > 0 && (
          <p>{t('listening.careReach.languages', { languages: listed(names) })}</p>
        )}
      </div>
    </div>
  );
}
