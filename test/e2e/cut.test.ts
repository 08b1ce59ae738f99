import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from './desk/keyboard.ts';
import { Office } from './desk/office.ts';
import { unheardOf, whyNot } from './desk/stage.ts';

const MISSED = 12;

/** How long does not matter: what counts is how much happened, and that the page heard none of it. */
describe.skipIf(whyNot() !== null)('a line that was cut', () => {
  let office: Office;
  let desk: Desk;
  beforeAll(async () => {
    office = Office.of();
    desk = await Desk.open(await office.hire(unheardOf('Nora Vik')));
  });
  afterAll(() => desk?.close());

  it('is said, and comes back with everything, each once, and with what was typed meanwhile', async () => {
    const colleague = await office.hire(unheardOf('Liv'));
    const question = unheardOf('Where is my parcel');
    await office.customerSays('messenger', question);
    const open = await office.rowOf(question);
    const other = unheardOf('May I change my order');
    await office.customerSays('email', other);
    const elsewhere = await office.rowOf(other);
    // Tall enough that every row of what is missed is drawn, whatever else comes on top of it.
    await desk.page.setViewportSize({ width: 1440, height: 2_800 });
    await desk.openOn(open.id);
    await desk.page.evaluate(`document.documentElement.setAttribute('data-never-reloaded', '')`);
    await desk.row(elsewhere.id).waitFor();

    await desk.context.setOffline(true);
    await desk.page.getByText(/^Connection lost/).waitFor();
    await desk.press('r');
    const draft = unheardOf('I am looking for it');
    await desk.type(draft);

    const hers = Office.of(colleague.cookies);
    const answer = unheardOf('Yes, until tonight');
    await hers.answer(elsewhere.id, answer);
    await hers.send('PUT', `/api/conversations/${open.id}/assignee`, { agentId: colleague.id });
    const texts = Array.from({ length: MISSED }, (_, nth) => unheardOf(`Missed ${nth}`));
    for (const text of texts) await office.customerSays('bluesky', text);
    const ids: string[] = [];
    for (const text of texts) ids.push((await office.rowOf(text)).id);
    expect(await desk.page.getByText(/Missed \d/).count()).toBe(0);

    await desk.context.setOffline(false);
    for (const id of new Set(ids)) await desk.row(id).waitFor();
    await desk.page.getByText(/^Connection lost/).waitFor({ state: 'detached' });
    for (const id of new Set(ids)) expect(await desk.row(id).count()).toBe(1);
    await desk.row(elsewhere.id).getByText('Answered').waitFor();
    await desk.page.getByRole('button', { name: new RegExp(`^${colleague.name}`) }).waitFor();

    // What was typed is still there, and by now on the server too.
    expect(await desk.composer.getByRole('textbox').inputValue()).toBe(draft);
    await expect
      .poll(async () => JSON.stringify(await desk.office.ask(`/api/conversations/${open.id}/draft`)), {
        timeout: 30_000,
      })
      .toContain(draft);
    await desk.press('Control+Enter');
    await office.until(open.id, ({ messages }) => messages.filter(({ text }) => text === draft).length === 1);
    await desk.messages(draft).waitFor();
    expect(await desk.messages(draft).count()).toBe(1);
    expect(await desk.page.locator('html[data-never-reloaded]').count()).toBe(1);
  });
});
