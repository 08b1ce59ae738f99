import '../text/load-later.ts';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useFetchAhead } from '../desk/use-fetch-ahead.ts';
import { useMay } from '../frame/use-me.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { BoardDialog } from './board-dialog.tsx';
import { BoardHead } from './board-head.tsx';
import { Boards } from './boards.tsx';
import { Filters } from './filters.tsx';
import { Posts } from './posts.tsx';
import { SAID_TO_US } from './said-to-us.ts';
import { useListen } from './use-listen.ts';

/** Where an answer leads: fetched while the posts are read. */
const BEHIND = [
  () => import('../conversation/conversation.tsx'),
  () => import('../person/person-room.tsx'),
  () => import('./picture.tsx'),
];
const Picture = lazy(() => import('./picture.tsx').then((part) => ({ default: part.Picture })));

/** What is said of us without being said to us: boards, and of each the posts that wait and the big picture. */
export function Listen() {
  const { boards, board, search, isPicture, isSaidToUs } = useListen();
  useFetchAhead(BEHIND);
  const [isMaking, setMaking] = useState(false);
  const mayTune = useMay()('triage.manage');
  const make = mayTune ? () => setMaking(true) : undefined;
  return (
    <div className="grid h-full grid-cols-[210px_minmax(0,1fr)] max-desk:grid-cols-[180px_minmax(0,1fr)] max-phone:grid-cols-1 max-phone:grid-rows-[auto_minmax(0,1fr)]">
      <Boards onMake={make} />
      <main className="flex min-h-0 min-w-0 flex-col bg-paper">
        {boards.isPending ? (
          <Waiting />
        ) : !boards.data ? (
          <LoadFailed what={t('what.boards')} error={boards.error} onRetry={() => void boards.refetch()} />
        ) : isSaidToUs ? (
          <>
            <BoardHead board={null} />
            <Suspense fallback={<PictureWaiting />}>
              <Picture key={SAID_TO_US} board={SAID_TO_US} />
            </Suspense>
          </>
        ) : board ? (
          <>
            <BoardHead board={board} />
            {isPicture ? (
              <Suspense fallback={<PictureWaiting />}>
                <Picture key={board.id} board={board.id} />
              </Suspense>
            ) : (
              <section aria-label={t('hit.list')} className="flex min-h-0 flex-1 flex-col">
                {/* Stays while what is typed in it narrows the posts. */}
                <Filters key={board.id} board={board} />
                <Posts
                  key={JSON.stringify([board.id, { ...search, spike: undefined, days: undefined }])}
                  board={board}
                />
              </section>
            )}
          </>
        ) : boards.data.length > 0 ? (
          <Empty
            isPage
            title={t('listen.boardGone')}
            act={
              <Link to="/listen" className={buttonClass()}>
                {t('listen.boards')}
              </Link>
            }
          >
            {t('listen.boardGoneAbout')}
          </Empty>
        ) : (
          <div className="grid h-full place-items-center">
            <Empty
              isPage
              title={t('listen.noBoards')}
              act={
                make && (
                  <Button look="main" onClick={make}>
                    {t('board.new')}
                  </Button>
                )
              }
            >
              {t(make ? 'listen.noBoardsMay' : 'listen.noBoardsWait')}
            </Empty>
          </div>
        )}
      </main>
      {isMaking && <BoardDialog board={null} onClose={() => setMaking(false)} />}
    </div>
  );
}

function Waiting() {
  return (
    <Loading label={t('loading.hits')}>
      <div className="flex h-[52px] items-center border-b border-line px-6 max-phone:px-4">
        <Skeleton className="h-4 w-40" />
      </div>
      <div className="mx-auto grid max-w-[820px] gap-2 p-6 max-phone:p-3">
        {[1, 2, 3].map((line) => (
          <Skeleton key={line} className="h-36 !rounded-medium" />
        ))}
      </div>
    </Loading>
  );
}

function PictureWaiting() {
  return (
    <Loading label={t('loading.voice')}>
      <Skeleton className="mx-auto mt-16 h-72 max-w-[1032px] !rounded-medium" />
    </Loading>
  );
}
