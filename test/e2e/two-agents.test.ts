import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from './desk/keyboard.ts';
import { Office } from './desk/office.ts';
import { unheardOf, whyNot } from './desk/stage.ts';

describe.skipIf(whyNot() !== null)('two at work on one conversation', () => {
  let office: Office;
  let ada: Desk;
  let ben: Desk;
  let id: string;
  const names = { ada: unheardOf('Ada'), ben: unheardOf('Ben') };
  beforeAll(async () => {
    office = Office.of();
    ada = await Desk.open(await office.hire(names.ada));
    ben = await Desk.open(await office.hire(names.ben));
    const question = unheardOf('Do you ship to Iceland');
    await office.customerSays('email', question);
    ({ id } = await office.rowOf(question));
    await ada.openOn(id);
    await ben.openOn(id);
  });
  afterAll(async () => {
    await ada?.close();
    await ben?.close();
  });

  const thread = (desk: Desk) => desk.page.getByRole('region', { name: 'Conversation', exact: true });

  it('each sees that the other is there, and who writes', async () => {
    await thread(ada).getByText(`${names.ben} is here too`, { exact: true }).first().waitFor();
    await thread(ben).getByText(`${names.ada} is here too`, { exact: true }).first().waitFor();
    await ada.press('r');
    await ada.type('Yes, we');
    await thread(ben).getByRole('status').getByText(`${names.ada} is writing`).waitFor();
    expect(await thread(ada).getByText(`${names.ada} is writing`).count()).toBe(0);
  });

  it('an answer that crosses a colleague’s is held, and the colleague’s is read first', async () => {
    const first = unheardOf('Yes, twice a week');
    const second = unheardOf('No, sorry');
    // Ben has the conversation before him as it was: what Ada sends is on its way to him while he sends his own.
    await ben.context.setOffline(true);
    await ben.press('r');
    await ben.type(second);
    await ada.composer.getByRole('textbox').fill(first);
    await ada.press('Control+Enter');
    await office.until(id, ({ messages }) => messages.some(({ text }) => text === first));
    await ben.page.route(
      (url) => url.pathname === `/api/conversations/${id}`,
      (route) => route.abort(),
    );
    await ben.context.setOffline(false);
    await ben.press('Control+Enter');
    const meanwhile = ben.page.getByRole('alertdialog');
    await meanwhile.getByText(first).waitFor();
    await meanwhile.getByText(names.ada).waitFor();
    expect((await office.conversation(id)).messages.some(({ text }) => text === second)).toBe(false);
    await ben.page.unrouteAll();

    // He keeps his words, and sends them all the same once he has read hers.
    await meanwhile.getByRole('button', { name: 'Send mine too' }).click();
    await office.until(id, ({ messages }) => messages.filter(({ text }) => text === second).length === 1);
    for (const desk of [ada, ben]) {
      await desk.messages(first).waitFor();
      await desk.messages(second).waitFor();
      expect(await desk.messages(second).count()).toBe(1);
    }
  });

  it('whoever is given it while they look elsewhere is called at once, and finds it', async () => {
    await ben.goTo('/desk?view=all');
    await ben.page.getByRole('button', { name: 'Notices', exact: true }).waitFor();
    await ada.press('Escape', 'a');
    await ada.type(names.ben);
    await ada.press('Enter');
    await thread(ada)
      .getByRole('button', { name: new RegExp(`^${names.ben}`) })
      .waitFor();
    await ben.page.getByRole('button', { name: 'Notices, 1 unread' }).waitFor();
    await ben.press('b');
    await ben.page
      .getByRole('dialog', { name: 'Notices' })
      .getByRole('link', { name: new RegExp(`^${names.ada} gave you`) })
      .press('Enter');
    await thread(ben)
      .getByRole('button', { name: /^You have it/ })
      .waitFor();
    // What is looked at is read.
    await ben.page.getByRole('button', { name: 'Notices', exact: true }).waitFor();
  });
});
