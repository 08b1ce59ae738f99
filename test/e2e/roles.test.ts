import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../product/until.ts';
import { Desk } from './desk/keyboard.ts';
import { Office, type Post } from './desk/office.ts';
import { unheardOf, whyNot } from './desk/stage.ts';

const ROOMS = ['Desk', 'Listening', 'People', 'Inboxes', 'Ledger', 'The customer’s side', 'Settings'];
const OWN = ['My profile', 'My sign-in', 'Notifications', 'Appearance'];
const TEAM = ['Agents', 'Teams'];
const WORDS = ['Saved replies', 'Macros'];
const TRIAGE = ['Priority', 'SLA policies', 'Business hours', 'Rules', 'Routing', 'Listening', 'Understanding'];
const OF_LEADS = [...OWN, ...TEAM, 'Labels', 'Custom fields', ...WORDS, ...TRIAGE, 'Audit log'];
const EVERYTHING = [
  ...[...OWN, ...TEAM, 'Roles', 'Inbox access', 'Labels', 'Custom fields', ...WORDS, ...TRIAGE],
  ...['Sign-in and security', 'Shops', 'Webhooks', 'Mail from Earshot', 'API tokens', 'Audit log'],
];
const without = (...rooms: readonly string[]) => ROOMS.filter((room) => !rooms.includes(room));

interface Seen {
  readonly who: string;
  readonly post: Post & { readonly acts?: readonly string[] };
  readonly rooms: readonly string[];
  readonly settings: readonly string[];
  /** The tabs of the composer, as they begin; none: no composer. */
  readonly voices: readonly string[];
  /** A page of the settings that is not for them. */
  readonly closed?: string;
}
const ROLES: readonly Seen[] = [
  { who: 'an owner', post: { role: 'owner' }, rooms: ROOMS, settings: EVERYTHING, voices: ['Private', 'Note'] },
  { who: 'an admin', post: { role: 'admin' }, rooms: ROOMS, settings: EVERYTHING, voices: ['Private', 'Note'] },
  {
    ...{ who: 'a team lead', post: { role: 'lead' }, rooms: ROOMS, settings: OF_LEADS },
    ...{ voices: ['Private', 'Note'], closed: 'security' },
  },
  {
    ...{ who: 'an agent', post: { role: 'agent' }, rooms: without('Ledger'), settings: [...OWN, ...TEAM, ...WORDS] },
    ...{ voices: ['Private', 'Note'], closed: 'labels' },
  },
  {
    ...{ who: 'a viewer', post: { role: 'viewer' }, settings: [...OWN, ...TEAM] },
    ...{ rooms: without('Ledger', 'The customer’s side'), voices: [], closed: 'replies' },
  },
  {
    who: 'a role of the workspace’s own, for those who note and label',
    post: { acts: ['conversations.read', 'conversations.work', 'contacts.read', 'labels.manage'] },
    rooms: ['Desk', 'Listening', 'People', 'Settings'],
    settings: [...OWN, 'Labels', 'Custom fields'],
    voices: ['Note'],
    closed: 'people',
  },
];

describe.skipIf(whyNot() !== null)('what each role sees', () => {
  const office = whyNot() === null ? Office.of() : null;
  let id = '';
  let channel = '';
  beforeAll(async () => {
    const text = unheardOf('Who may read this');
    await office?.customerSays('email', text);
    const row = await office?.rowOf(text);
    id = row?.id ?? '';
    channel = row?.inboxId ?? '';
  });

  const came = async ({ acts, ...post }: Seen['post']): Promise<Desk> => {
    if (!office) throw new Error('There is no desk.');
    const roleId = randomUUID();
    if (acts) await office.send('POST', '/api/roles', { id: roleId, name: unheardOf('Labeller'), acts });
    return Desk.open(await office.hire(unheardOf('Robin'), { ...post, ...(acts ? { roleId } : {}) }));
  };
  const namesIn = async (desk: Desk, nav: string): Promise<string[]> => {
    const links = desk.page.getByRole('navigation', { name: nav }).getByRole('link');
    await links.first().waitFor();
    return links.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''));
  };

  it.each(ROLES)('$who', async ({ post, rooms, settings, voices, closed }) => {
    const desk = await came(post);
    try {
      // Beside its name stands how much waits on the boards.
      const seen = (await namesIn(desk, 'Rooms')).map((name) => name.replace(/, \d+\+? wait$/, ''));
      // A room may say how much waits in it.
      const named = seen.map((name) => name.replace(/, .* waits?$/, ''));
      expect(named.filter((name) => !name.startsWith('Account of'))).toEqual(rooms);

      await desk.openOn(id);
      const isReader = voices.length === 0;
      const reading = desk.page.getByText('You can read this, not work on it.');
      await (isReader ? reading : desk.composer.getByRole('tab').first()).waitFor();
      const tabs = await desk.composer.getByRole('tab').allTextContents();
      expect(tabs.map((tab) => /^\p{L}+/u.exec(tab)?.[0])).toEqual(voices);
      expect(await reading.count()).toBe(isReader ? 1 : 0);
      expect(await desk.page.getByRole('button', { name: /^Answered/ }).count()).toBe(isReader ? 0 : 1);
      if (isReader) {
        // Nor by key, though nobody sees a button for it.
        await desk.press('e', 'i', 'l');
        expect(await desk.page.getByRole('listbox').count()).toBe(0);
        expect((await desk.office.conversation(id)).conversation).toMatchObject({ attention: 'needs_answer' });
      }

      await desk.goTo('/settings/profile');
      expect(await namesIn(desk, 'Settings')).toEqual(settings);
      if (closed) {
        await desk.goTo(`/settings/${closed}`);
        await desk.page.getByText('There is no such page').waitFor();
        await desk.page.getByText('your role does not open it', { exact: false }).waitFor();
      }
      if (!rooms.includes('Ledger')) {
        await desk.goTo('/ledger');
        await desk.page
          .getByText(/Your role does not allow this/)
          .first()
          .waitFor();
      }
    } finally {
      await desk.close();
    }
  });

  it('keeps saying why single sign-on let nobody in, when the address says it no more', async () => {
    const desk = await came({ role: 'agent' });
    try {
      await desk.goTo('/sign-in?problem=not_invited');
      await desk.page.waitForURL((url) => url.pathname === '/sign-in' && url.search === '');
      await desk.page.getByRole('alert').getByText('nobody has invited this address').waitFor();
    } finally {
      await desk.close();
    }
  });

  describe('an agent for one inbox only', () => {
    let desk: Desk;
    let closedOnes: readonly string[] = [];
    let other = '';
    beforeAll(async () => {
      if (!office) return;
      const text = unheardOf('Not for everybody');
      await office.customerSays('bluesky', text);
      other = (await office.rowOf(text)).id;
      const me = await office.hire(unheardOf('Sol'));
      const keeper = await office.hire(unheardOf('Keeper'));
      closedOnes = (await office.inboxes()).map((inbox) => inbox.id).filter((inbox) => inbox !== channel);
      const grants = [{ agentId: keeper.id, teamId: null, right: 'manage' }];
      for (const inbox of closedOnes) await office.send('PUT', `/api/inboxes/${inbox}/access`, { grants });
      desk = await Desk.open(me);
    });
    afterAll(async () => {
      for (const inbox of closedOnes) await office?.send('PUT', `/api/inboxes/${inbox}/access`, { grants: [] });
      await desk?.close();
    });

    it('sees that one in the list, and is told in words that the rest is not open', async () => {
      await desk.row(id).waitFor();
      expect(await desk.row(other).count()).toBe(0);
      const views = desk.page.getByRole('complementary', { name: 'Views' });
      await until(
        'one inbox stands beside the list',
        async () => (await views.locator('a[href*="inbox="]').count()) === 1,
      );
      await desk.page.goto(`${desk.office.url}/desk/${other}?view=all`);
      await desk.page.getByText('This conversation is not here').waitFor();
      await desk.page.getByText('it lies in an inbox that is not open to you', { exact: false }).waitFor();
    });

    it('is let in at once, on the open page, when the right is given', async () => {
      await desk.goTo('/desk?view=all');
      for (const inbox of closedOnes) await office?.send('PUT', `/api/inboxes/${inbox}/access`, { grants: [] });
      closedOnes = [];
      await desk.row(other).waitFor();
    });
  });
});
