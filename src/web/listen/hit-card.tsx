import { Link } from '@tanstack/react-router';
import { Check, Ear, Globe, Image, Languages, Users } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Hit } from '../api/listening.ts';
import { OnNetwork } from '../conversation/message/on-network.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { Chip } from '../parts/chip.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { languageName } from '../text/language-name.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { fullWords, momentWords, short, spanWords } from '../time/words.ts';
import { followFinger } from '../touch/finger.ts';
import { HitText } from './hit-text.tsx';
import { NeedChips } from './need-chips.tsx';

/** Within a day the time that passed says more than the hour. */
const DAY_MS = 86_400_000;

/** One post: who, where, when, what with the words that made it heard, and what it was taken for. What can be done stands below it. */
export function HitCard({
  hit,
  term,
  isCurrent,
  isChosen,
  isChoosing,
  onPress,
  onToggle,
  children,
}: {
  readonly hit: Hit;
  /** What somebody looks for. */
  readonly term?: string | undefined;
  readonly isCurrent?: boolean;
  readonly isChosen?: boolean;
  /** Others are chosen: a press on this one chooses it too. */
  readonly isChoosing?: boolean;
  readonly onPress?: ((event: MouseEvent) => void) | undefined;
  readonly onToggle?: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLElement>(null);
  const hold = useRef({ onToggle, onPress });
  useEffect(() => {
    hold.current = { onToggle, onPress };
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const none = () => {};
    // A press says which one is meant; the keys say the same by going there.
    const press = (event: MouseEvent) => hold.current.onPress?.(event);
    element.addEventListener('click', press);
    const stop = followFinger(element, {
      onBegin: () => false,
      onMove: none,
      onEnd: none,
      onCancel: none,
      onRest: () => hold.current.onToggle?.(),
    });
    return () => {
      element.removeEventListener('click', press);
      stop();
    };
  }, []);
  const { author } = hit;
  const name = author.name || author.handle || t('person.nameless');
  const look = isChosen
    ? 'border-accent bg-raised ring-1 ring-accent ring-inset'
    : isCurrent
      ? 'border-edge bg-raised shadow-[inset_3px_0_0_var(--accent)] rtl:shadow-[inset_-3px_0_0_var(--accent)]'
      : 'border-line bg-raised';
  return (
    <article
      ref={box}
      data-hit={hit.id}
      data-current={isCurrent || undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t('hit.from', { name })}
      className={`group/hit relative grid grid-cols-[32px_minmax(0,1fr)] gap-x-3 rounded-medium border px-4 pt-3 pb-2 outline-offset-[-2px] max-phone:px-3 [@media(hover:none)]:select-none ${look} ${hit.state === 'waiting' ? '' : 'text-ink-2'}`}
    >
      <span className="relative h-[38px] w-8">
        <Avatar name={name} url={author.avatarUrl} />
        <span className="pointer-events-none absolute start-[7px] bottom-[-5px] z-10">
          <NetworkMark channel={hit.channel} ring="ring-2 ring-raised" />
        </span>
        {onToggle && (
          <ChooseMark name={name} isChosen={isChosen ?? false} isSeen={isChoosing ?? false} onToggle={onToggle} />
        )}
      </span>
      <div className="min-w-0">
        <header className="flex items-baseline gap-x-2">
          <b className="min-w-0 truncate font-semibold text-ink" dir="auto">
            {name}
          </b>
          {author.handle && author.name && (
            <span className="min-w-0 truncate text-ink-3 max-phone:hidden" dir="ltr">
              {author.handle}
            </span>
          )}
          {author.followers !== null && (
            <span className="num inline-flex flex-none items-center gap-1 text-s text-ink-2">
              <Users size={11} aria-hidden className="translate-y-px" />
              <span title={t('hit.followers', { count: short(author.followers) })}>{short(author.followers)}</span>
            </span>
          )}
          <Globe size={12} role="img" aria-label={t('reach.earned')} className="flex-none translate-y-px text-public" />
          <Said hit={hit} />
        </header>
        <HitText hit={hit} term={term} />
        <About hit={hit} />
        {children}
      </div>
    </article>
  );
}

function Said({ hit: { saidAt, permalink } }: { readonly hit: Hit }) {
  const now = useNow();
  const ago = now - Date.parse(saidAt);
  return (
    <span className="ms-auto flex flex-none items-baseline gap-1 text-ink-3">
      <time dateTime={saidAt} title={fullWords(saidAt)} className="num whitespace-nowrap">
        {ago < DAY_MS ? spanWords(Math.max(0, ago)) : momentWords(saidAt, now)}
      </time>
      <OnNetwork
        permalink={permalink}
        size={13}
        className="grid size-6 translate-y-1 place-items-center max-phone:-me-2 max-phone:size-10"
      />
    </span>
  );
}

function About({ hit }: { readonly hit: Hit }) {
  const { sentiment, urgency, language, alike, media, rules, needs } = hit;
  const isUrgencyTold = needs.some(({ is }) => is === 'today' || is === 'now');
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-1.5 text-s text-ink-3">
      <NeedChips needs={needs} />
      {urgency !== null && urgency > 0 && !isUrgencyTold && (
        <Chip tone={urgency === 2 ? 'alarm' : 'warn'}>{t(`understood.urgency.${urgency}`)}</Chip>
      )}
      {sentiment && sentiment !== 'neutral' && (
        <Chip tone={sentiment === 'positive' ? 'accent' : 'plain'}>{t(`understood.sentiment.${sentiment}`)}</Chip>
      )}
      {sentiment === 'neutral' && <span>{t('understood.sentiment.neutral')}</span>}
      {language && (
        <span className="inline-flex items-center gap-1">
          <Languages size={11} aria-hidden /> {languageName(language)}
        </span>
      )}
      {media > 0 && (
        <span className="inline-flex items-center gap-1">
          <Image size={11} aria-hidden /> {t('hit.media', { count: media })}
        </span>
      )}
      {rules.map(({ id, name }) => (
        <span key={id} title={t('hit.rule', { rule: name })} className="inline-flex min-w-0 items-center gap-1">
          <Ear size={11} aria-hidden className="flex-none" />
          <span className="sr-only">{t('hit.rule', { rule: name })}</span>
          <span aria-hidden="true" className="max-w-[200px] truncate" dir="auto">
            {name}
          </span>
        </span>
      ))}
      {alike > 0 && (
        <Link
          to="/listen"
          search={(old) => ({ ...(old.board ? { board: old.board } : {}), alike: hit.id, state: 'all' })}
          className="rounded-small font-medium text-accent hover:underline max-phone:py-2.5"
        >
          {t('hit.alike', { count: alike })}
        </Link>
      )}
    </div>
  );
}

/** Lies on the picture, as on the desk. */
function ChooseMark({
  name,
  isChosen,
  isSeen,
  onToggle,
}: {
  readonly name: string;
  readonly isChosen: boolean;
  readonly isSeen: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={t('hit.select', { name })}
      tabIndex={isSeen ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
      className={`absolute -start-1.5 -top-1.5 z-[5] grid size-11 place-items-center rounded-full ${isChosen || isSeen ? '' : 'opacity-0 focus-visible:opacity-100 group-hover/hit:opacity-100'}`}
    >
      <span
        className={`grid size-8 place-items-center rounded-full border ${isChosen ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-raised text-transparent'}`}
      >
        <Check size={16} strokeWidth={2.5} aria-hidden />
      </span>
    </button>
  );
}
