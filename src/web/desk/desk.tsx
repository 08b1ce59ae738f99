import { lazy, Suspense, useRef } from 'react';
import { ConversationSkeleton } from '../conversation/skeleton.tsx';
import { Coming } from '../parts/held-keys.ts';
import { t } from '../text/t.ts';
import type { RoomName } from '../touch/rooms.ts';
import { useRoomSwipe } from '../touch/use-room-swipe.ts';
import { ConversationList } from './list/conversation-list.tsx';
import { ListSkeleton } from './list/list-skeleton.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { useDesk } from './use-desk.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useFetchAhead } from './use-fetch-ahead.ts';
import { Views } from './views/views.tsx';

/** The list stands first; what is behind a row is fetched while it is looked at. */
const talk = () => import('../conversation/conversation.tsx');
const searching = () => import('../search/search-results.tsx');
const person = () => import('../person/person-room.tsx');
const BEHIND_A_ROW = [talk, person];
const Conversation = lazy(() => talk().then((part) => ({ default: part.Conversation })));
const SearchResults = lazy(() => searching().then((part) => ({ default: part.SearchResults })));
const PersonRoom = lazy(() => person().then((part) => ({ default: part.PersonRoom })));

/**
 * List, conversation, person. All three where there is room; the person steps back below 1180 pixels, and on a
 * phone there is one room at a time with a way back.
 */
export function Desk() {
  const desk = useDesk();
  const { id, search } = desk;
  useDeskKeys(desk);
  useFetchAhead(BEHIND_A_ROW);
  const isSearching = search.q !== undefined;
  const rooms = useRef<HTMLDivElement>(null);
  const goTo = (room: RoomName) => {
    if (room === 'list') desk.open(null);
    else desk.setRoom(room === 'person' ? 'person' : undefined);
  };
  useRoomSwipe(rooms, id === null ? 'list' : search.room ? 'person' : 'conversation', goTo);
  return (
    <div
      ref={rooms}
      data-rooms
      className="grid h-full grid-cols-[190px_330px_minmax(0,1fr)_272px] max-desk:grid-cols-[300px_minmax(0,1fr)] max-phone:grid-cols-1 max-phone:overflow-hidden"
    >
      <aside
        aria-label={t('views.label')}
        className="min-h-0 overflow-auto border-e border-line bg-sunken max-desk:hidden"
      >
        <Views />
      </aside>
      <main className="contents">
        <div
          data-room="list"
          className={`min-h-0 border-e border-line bg-paper max-phone:border-e-0 ${id ? 'max-phone:hidden' : ''}`}
        >
          {isSearching ? (
            <Suspense fallback={<ListSkeleton rows={4} />}>
              <SearchResults words={search.q ?? ''} />
            </Suspense>
          ) : (
            <ConversationList key={JSON.stringify(desk.list)} />
          )}
        </div>
        <section
          data-room="conversation"
          aria-label={t('conversation.label')}
          className={`min-h-0 min-w-0 bg-raised ${id ? '' : 'max-phone:hidden desk:col-span-2'} ${search.room ? 'max-desk:hidden' : ''}`}
        >
          {id ? (
            <Suspense fallback={<Opening />}>
              <Conversation key={id} id={id} />
            </Suspense>
          ) : (
            <NothingOpen />
          )}
        </section>
      </main>
      <aside
        data-room="person"
        aria-label={t('person.label')}
        className={`min-h-0 overflow-auto border-s border-line bg-paper max-desk:border-s-0 max-phone:pb-[env(safe-area-inset-bottom)] ${!id ? 'hidden' : search.room ? '' : 'max-desk:hidden'}`}
      >
        {id && (
          <Suspense>
            <PersonRoom key={id} id={id} />
          </Suspense>
        )}
      </aside>
    </div>
  );
}

/** While the part of the program that shows it is fetched; a key that is pressed meanwhile is meant for it. */
function Opening() {
  return (
    <>
      <ConversationSkeleton />
      <Coming what="conversation part" />
    </>
  );
}
