import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ListeningRuleList } from '../../src/wire/listening.ts';
import { until } from '../product/until.ts';
import { Desk } from './desk/keyboard.ts';
import { Office } from './desk/office.ts';
import { unheardOf, whyNot } from './desk/stage.ts';

describe.skipIf(whyNot() !== null)('a team lead says what to listen for', () => {
  let office: Office;
  let lead: Desk;
  // Letters alone, as a name has them.
  const brand = `Zvonar${randomUUID().replaceAll(/[^a-f]/g, '')}ka`;
  const board = unheardOf('Said of us');
  const name = unheardOf('Our name');
  beforeAll(async () => {
    office = Office.of();
    const broken = unheardOf(`My ${brand} is broken and nobody answers`);
    const hiring = unheardOf(`${brand} careers are worth a look`);
    await office.customerSays('facebook', broken);
    await office.customerSays('facebook', hiring);
    await office.rowOf(broken);
    await office.rowOf(hiring);
    lead = await Desk.open(await office.hire(unheardOf('Lea'), { role: 'lead' }));
    await lead.goTo('/settings/listening/new');
  });
  afterAll(() => lead?.close());

  const field = (label: string): Locator => lead.page.getByRole('textbox', { name: label, exact: true });
  const button = (label: string | RegExp) =>
    lead.page.getByRole('button', typeof label === 'string' ? { name: label, exact: true } : { name: label });
  const care = (label: string) => lead.page.getByRole('radio', { name: label, exact: true });
  const preview = () => lead.page.getByRole('region', { name: 'What it would hear' });
  const ruleKept = async (isSo: (rule: z.infer<typeof ListeningRuleList>['items'][number]) => boolean) =>
    until('the rule is kept', async () => {
      const { items } = ListeningRuleList.parse(await office.ask('/api/listening-rules'));
      return items.find((rule) => rule.brand.includes(brand) && isSo(rule));
    });

  it('and sees what it would have heard, with the words marked, before anything is saved', async () => {
    await field('Name').fill(name);
    await field('Words to listen for').fill(`#${brand},`);
    await care('All of them').click();
    await preview().getByText('2 heard').waitFor();
    expect(await preview().locator('mark').allTextContents()).toEqual([brand, brand]);
  });

  it('puts right what it should not hear, and what it should, beside the post itself', async () => {
    await preview().getByRole('listitem').filter({ hasText: 'careers' }).getByText('Not this').click();
    await lead.page.getByRole('menuitem', { name: 'careers' }).click();
    await preview().getByText('One heard').waitFor();
    await preview().getByText('Nearly 1').click();
    await preview().getByRole('button', { name: 'Take “careers” off' }).click();
    await preview().getByText('2 heard').waitFor();
    await care('Only those with a word that calls for care').click();
    await preview().getByText('One heard').waitFor();
    await preview().getByText('No word that calls for care').waitFor();
  });

  it('lets it hear what is meant as well, and reads as what each post was understood', async () => {
    await care('Those that call for care').click();
    await preview().getByText('No call for care').waitFor();
    await preview().getByText('Heard 1').click();
    await preview()
      .getByText(/^complaint \(\d+%\)$/)
      .waitFor();
    await lead.page.getByText('each is asked for the name alone').waitFor();
  });

  it('keeps it with a board of its own', async () => {
    const named = field('Name of the new board');
    if ((await named.count()) === 0) {
      await lead.page.getByRole('combobox', { name: 'Board' }).click();
      await lead.page.getByRole('option', { name: 'A new board…' }).click();
    }
    await named.fill(board);
    await button('Save').click();
    await lead.page.getByRole('heading', { name: board }).waitFor();
    const kept = await ruleKept(() => true);
    expect(kept).toMatchObject({ name, care: 'understood', without: [], becomes: 'board' });
  });

  it('is told when a colleague saved it meanwhile, and loses nothing of the draft', async () => {
    await lead.page.getByRole('link').filter({ hasText: name }).click();
    const mine = unheardOf('Mine');
    await field('Name').fill(mine);
    const { id, version, isOn: _on, hits: _hits, lastAt: _at, ...body } = await ruleKept(() => true);
    await office.send('PATCH', `/api/listening-rules/${id}`, { body: { ...body, name: unheardOf('Theirs') }, version });
    await lead.page.getByText('A colleague saved another version meanwhile').waitFor();
    expect(await field('Name').inputValue()).toBe(mine);

    await lead.page.getByRole('link', { name: 'Agents', exact: true }).click();
    await button('Keep editing').click();
    await button('Save mine in its place').click();
    await lead.page.getByRole('heading', { name: board }).waitFor();
    expect((await ruleKept((rule) => rule.name === mine)).version).toBe(version + 2);
  });

  it('switches it off and on, and removes it', async () => {
    const { id } = await ruleKept(() => true);
    await lead.page.getByRole('switch', { name: /Mine/ }).click();
    await ruleKept((rule) => !rule.isOn);
    await button(/^More for “Mine/).click();
    await lead.page.getByRole('menuitem', { name: 'Remove' }).click();
    await button('Remove').click();
    await lead.page.getByText('is removed').first().waitFor();
    const { items } = ListeningRuleList.parse(await office.ask('/api/listening-rules'));
    expect(items.map((rule) => rule.id)).not.toContain(id);
  });
});
