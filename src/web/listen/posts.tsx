import { Link } from '@tanstack/react-router';
import { TrendingUp } from 'lucide-react';
import { useState } from 'react';
import type { Board } from '../api/listening.ts';
import { undoLatest } from '../api/offer-undo.ts';
import { isPage } from '../conversation/message/links.ts';
import { LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';
import type { Asked } from './ask.ts';
import { BulkBar } from './bulk-bar.tsx';
import { canChoose, useChosen } from './chosen.ts';
import { useFresh } from './fresh.ts';
import { HitList } from './hit-list.tsx';
import { IgnoreDialog } from './ignore-dialog.tsx';
import { NoPosts } from './no-posts.tsx';
import { useCurrent } from './use-current.ts';
import { useHitActs } from './use-hit-acts.ts';
import { useJudge } from './use-judge.ts';
import { useListen } from './use-listen.ts';
import { usePosts } from './use-posts.ts';
import { expectedWords } from './volume-words.ts';

/** The posts of a board, the newest first, and everything that can be done with them by key. */
export function Posts({ board }: { readonly board: Board }) {
  const { search } = useListen();
  const { query, items, hasMore } = usePosts(board.id, search);
  const { shown, fresh, letIn } = useFresh(items);
  const { current, setCurrent, step } = useCurrent(shown);
  const choosing = useChosen(shown);
  const judge = useJudge(board.id);
  const acts = useHitActs(board.id);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [ignoring, setIgnoring] = useState<readonly string[] | null>(null);
  const [withAlike, setWithAlike] = useState(false);

  const here = shown.find(({ id }) => id === current) ?? null;
  const meant = choosing.chosen.length > 0 ? choosing.chosen : here ? [here] : [];
  const put = (to: 'acknowledged' | 'ignored' | 'waiting', reason?: string, hits = meant) => {
    const wanted = hits.filter(({ state }) => state !== to && state !== 'gone');
    const isMany = choosing.chosen.length > 0 && hits === choosing.chosen;
    void judge(wanted, to, { ...(reason ? { reason } : {}), withAlike: isMany && withAlike });
    if (isMany) choosing.clear();
  };
  /** By way of its button, which knows whether it can be done and says why not. */
  const pressed = (key: string) => () => {
    const card = document.querySelector(`[data-hit="${current}"]`);
    const button = card?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
    if (button) button.click();
    else if (here?.conversationId && key === 'r') acts.open(here.conversationId);
  };
  const extend = (by: 1 | -1) => {
    if (choosing.chosen.length === 0 && current) choosing.toggle(current);
    const next = step(by);
    if (next) choosing.extendTo(next);
  };
  const judged = (to: 'acknowledged' | 'ignored', key: string) => () =>
    choosing.chosen.length > 0 ? put(to) : pressed(key)();
  const down = () => void step(1);
  const up = () => void step(-1);
  const extendDown = () => extend(1);
  const extendUp = () => extend(-1);
  const open = () => {
    if (isPage(here?.permalink ?? null)) window.open(here?.permalink ?? '', '_blank', 'noopener,noreferrer');
  };
  const choose = () => here && canChoose(here) && choosing.toggle(here.id);
  const askWhy = () => meant.length > 0 && setIgnoring(meant.map(({ id }) => id));
  const undo = () => {
    if (!undoLatest()) say({ title: t('listen.nothingToUndo') });
  };
  const answer = pressed('r');
  const assign = pressed('a');
  const acknowledge = judged('acknowledged', 'e');
  const ignore = judged('ignored', 'x');
  const thank = pressed('t');
  const like = pressed('f');
  useKeys({
    j: down,
    k: up,
    ArrowDown: down,
    ArrowUp: up,
    J: extendDown,
    K: extendUp,
    r: answer,
    a: assign,
    e: acknowledge,
    x: ignore,
    X: askWhy,
    t: thank,
    f: like,
    u: undo,
    o: open,
    c: choose,
    Escape: choosing.clear,
  });

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {board.spike && <SpikeLine board={board} />}
      {query.isPending ? (
        <Loading label={t('loading.hits')}>
          <div className="mx-auto grid max-w-[820px] gap-2 px-6 max-phone:px-3">
            {[1, 2, 3, 4].map((line) => (
              <Skeleton key={line} className="h-36 !rounded-medium" />
            ))}
          </div>
        </Loading>
      ) : !query.data ? (
        <LoadFailed what={t('what.hits')} error={query.error} onRetry={() => void query.refetch()} />
      ) : shown.length === 0 && !hasMore ? (
        <NoPosts board={board} />
      ) : (
        <HitList
          items={shown}
          term={search.term}
          fresh={fresh}
          letIn={letIn}
          hasMore={hasMore}
          query={query}
          current={current}
          choosing={choosing}
          acts={acts}
          asked={asked}
          onAsk={setAsked}
          onCurrent={setCurrent}
          onJudge={(hit, to) => put(to, undefined, [hit])}
        />
      )}
      {choosing.chosen.length > 0 && (
        <BulkBar
          choosing={choosing}
          withAlike={withAlike}
          onWithAlike={setWithAlike}
          onJudge={put}
          onIgnoreWhy={() => setIgnoring(choosing.chosen.map(({ id }) => id))}
        />
      )}
      {ignoring && (
        <IgnoreDialog
          count={ignoring.length}
          onClose={() => setIgnoring(null)}
          onIgnore={(reason) => {
            setIgnoring(null);
            put('ignored', reason, meant);
          }}
        />
      )}
    </div>
  );
}

/** It bursts right now: said above the posts, with the way to what drives it. */
function SpikeLine({ board: { id, spike } }: { readonly board: Board }) {
  if (!spike) return null;
  return (
    <div className="flex-none px-6 pb-2 max-phone:px-3">
      <div className="mx-auto flex max-w-[820px] items-start gap-2 rounded-medium bg-alarm-soft px-3 py-2 text-alarm">
        <TrendingUp size={15} aria-hidden className="mt-0.5 flex-none" />
        <p>
          <b className="font-semibold">{t('spike.title')}</b>{' '}
          {t('spike.now', { posts: count(spike.posts), expected: expectedWords(spike.expected) })}{' '}
          <Link
            to="/listen"
            search={{ board: id, show: 'picture', spike: spike.id }}
            className="inline-block rounded-small font-semibold underline underline-offset-2 max-phone:py-2.5"
          >
            {t('spike.see')}
          </Link>
        </p>
      </div>
    </div>
  );
}
