import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { Me } from '../wire/people.ts';
import { Refusal } from './api/call.ts';
import { conversationQuery, listQuery, meQuery } from './api/queries.ts';
import { Desk } from './desk/desk.tsx';
import { readDeskSearch } from './desk/desk-search.ts';
import { listOf } from './desk/use-desk.ts';
import { NotFound, PageFailed, PagePending } from './frame/page-states.tsx';
import { Shell } from './frame/shell.tsx';
import { readListenSearch } from './listen/listen-search.ts';
import { readSettingsSearch } from './settings/settings-search.ts';
import { Inside } from './sign-in/inside.tsx';
import { isPhone } from './touch/device.ts';

interface Context {
  readonly client: QueryClient;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { token?: string; back?: string; problem?: string } => ({
    ...(text(search.token) ? { token: String(search.token) } : {}),
    ...(text(search.back) ? { back: String(search.back) } : {}),
    ...(text(search.problem) ? { problem: String(search.problem) } : {}),
  }),
  component: lazyRouteComponent(() => import('./sign-in/sign-in.tsx'), 'SignIn'),
});

/** Where a customer's link leads is shown before it is followed; nobody has to be signed in for that. */
const leave = createRoute({
  getParentRoute: () => root,
  path: '/leave',
  validateSearch: (search): { to?: string } => (text(search.to) ? { to: String(search.to) } : {}),
  component: lazyRouteComponent(() => import('./leave/leave.tsx'), 'Leave'),
});

/** Everything behind the door. Who is asking is read once; without a session the way leads to sign-in and back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }): Promise<{ me: Me }> => {
    try {
      return { me: await context.client.ensureQueryData(meQuery) };
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) {
        throw redirect({
          to: '/sign-in',
          search: location.pathname === '/' ? {} : { back: location.href },
          replace: true,
        });
      }
      throw error;
    }
  },
  pendingComponent: PagePending,
  errorComponent: PageFailed,
  component: Inside,
});

const shell = createRoute({ getParentRoute: () => inside, id: 'shell', component: Shell });
const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/desk', replace: true });
  },
});

const desk = createRoute({
  getParentRoute: () => shell,
  path: '/desk',
  validateSearch: readDeskSearch,
  // What everybody waits for is asked for first, before the frame asks for what stands around it.
  beforeLoad: ({ context: { client }, search }) => {
    const list = listQuery(listOf(search));
    if (!client.getQueryState(list.queryKey)) void client.prefetchInfiniteQuery(list);
  },
  component: Desk,
});
const deskList = createRoute({ getParentRoute: () => desk, path: '/' });
const deskConversation = createRoute({
  getParentRoute: () => desk,
  path: '$id',
  // Not waited for: a pointer over a row begins the reading, the click finds it done.
  loader: ({ context, params }) => void context.client.prefetchQuery(conversationQuery(params.id)),
});

const inboxes = createRoute({
  getParentRoute: () => shell,
  path: '/inboxes',
  component: lazyRouteComponent(() => import('./inboxes/inboxes.tsx'), 'Inboxes'),
});
const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inboxes/$id',
  component: lazyRouteComponent(() => import('./inboxes/inbox.tsx'), 'InboxPage'),
});
const connect = createRoute({
  getParentRoute: () => shell,
  path: '/inboxes/connect',
  validateSearch: (search): { channel?: string } => (text(search.channel) ? { channel: String(search.channel) } : {}),
  component: lazyRouteComponent(() => import('./inboxes/connect.tsx'), 'Connect'),
});
const networks = createRoute({
  getParentRoute: () => shell,
  path: '/inboxes/networks',
  component: lazyRouteComponent(() => import('./inboxes/networks.tsx'), 'Networks'),
});

const listen = createRoute({
  getParentRoute: () => shell,
  path: '/listen',
  validateSearch: readListenSearch,
  component: lazyRouteComponent(() => import('./listen/listen.tsx'), 'Listen'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: (search): { list?: string; q?: string; of?: string } => ({
    ...(text(search.list) ? { list: String(search.list) } : {}),
    ...(text(search.q) ? { q: String(search.q) } : {}),
    ...(text(search.of) ? { of: String(search.of) } : {}),
  }),
  component: lazyRouteComponent(() => import('./people/people.tsx'), 'People'),
});
const personPage = createRoute({
  getParentRoute: () => shell,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./people/person-page.tsx'), 'PersonPage'),
});

const ledger = createRoute({
  getParentRoute: () => shell,
  path: '/ledger',
  validateSearch: (search): { state?: string; inbox?: string; entry?: number } => ({
    ...(text(search.state) ? { state: String(search.state) } : {}),
    ...(text(search.inbox) ? { inbox: String(search.inbox) } : {}),
    ...(Number.isSafeInteger(Number(search.entry ?? Number.NaN)) ? { entry: Number(search.entry) } : {}),
  }),
  component: lazyRouteComponent(() => import('./ledger/ledger.tsx'), 'Ledger'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings.tsx'), 'Settings'),
});
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  // With room for two columns there is always a page beside the list; a phone begins with the list.
  beforeLoad: ({ preload }) => {
    if (!preload && !isPhone()) throw redirect({ to: '/settings/$page', params: { page: 'profile' }, replace: true });
  },
});
const settingsPage = createRoute({
  getParentRoute: () => settings,
  path: '$page',
  validateSearch: readSettingsSearch,
});
const settingsItem = createRoute({ getParentRoute: () => settings, path: '$page/$item' });

const practice = createRoute({
  getParentRoute: () => inside,
  path: '/practice',
  validateSearch: (search): { person?: string; channel?: string } => ({
    ...(text(search.person) ? { person: String(search.person) } : {}),
    ...(text(search.channel) ? { channel: String(search.channel) } : {}),
  }),
  component: lazyRouteComponent(() => import('./practice/practice.tsx'), 'Practice'),
});

const tree = root.addChildren([
  signIn,
  leave,
  inside.addChildren([
    home,
    practice,
    shell.addChildren([
      desk.addChildren([deskList, deskConversation]),
      listen,
      people,
      personPage,
      inboxes,
      networks,
      connect,
      inbox,
      ledger,
      settings.addChildren([settingsHome, settingsPage, settingsItem]),
    ]),
  ]),
]);

export function createDeskRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultErrorComponent: PageFailed,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
