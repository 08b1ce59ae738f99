import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ConversationRow } from '../../src/wire/conversations.ts';
import { Desk } from './desk/keyboard.ts';
import { type Colleague, Office } from './desk/office.ts';
import { unheardOf, whyNot } from './desk/stage.ts';

const LEFT = ['sent', 'delivered', 'read'];

/**
 * The whole day of an agent, with the mouse in the drawer. Keys follow each other as fast as they can be pressed: what
 * is not there yet must not be missed. Each step is looked up behind the page, in the API.
 */
describe.skipIf(whyNot() !== null)('a day by keyboard alone', () => {
  let office: Office;
  let desk: Desk;
  let colleague: Colleague;
  const label = unheardOf('Repair');
  const labelId = randomUUID();
  const shortcut = `hi${randomUUID().slice(0, 8)}`;
  beforeAll(async () => {
    office = Office.of();
    await office.send('POST', '/api/labels', { id: labelId, name: label });
    await office.send('POST', '/api/saved-replies', {
      id: randomUUID(),
      title: unheardOf('Greeting'),
      shortcut,
      isShared: true,
      variants: [{ language: null, text: 'Thank you for writing to us.' }],
    });
    colleague = await office.hire(unheardOf('Irisfrid Holm'));
    const preferences = { undoSeconds: 3, afterSending: 'stay' };
    desk = await Desk.open(await office.hire('Kim Aas', { preferences }));
  });
  afterAll(() => desk?.close());

  /**
   * A customer writes; the agent goes there by j alone, and reads it. Keys wait some seconds for a conversation that is
   * coming, and no longer: on a busy machine what follows is pressed when it is there.
   */
  const arrival = async (words: string): Promise<string> => {
    const text = unheardOf(words);
    await office.customerSays('messenger', text);
    const id = await desk.walkTo(text);
    await desk.messages(text).waitFor();
    return id;
  };
  const until: Office['until'] = (id, isSo) => office.until(id, isSo, () => desk.story.slice(-30));

  it('takes it, labels it, notes something for a colleague, answers in kept words, and sees it go', async () => {
    const id = await arrival('My zip broke on the first day');
    await desk.press('i', 'l');
    await desk.type(label);
    await desk.press('Enter', 'Escape', 'm');
    await desk.type(`Third one of this batch, @${colleague.name.split(' ')[0]}`);
    await desk.page.getByRole('option', { name: colleague.name }).waitFor();
    await desk.press('Enter');
    await desk.type('do you know more?');
    await desk.press('Control+Enter');
    await until(
      id,
      ({ conversation, messages }) =>
        conversation.assigneeId === desk.me.id &&
        conversation.labelIds.includes(labelId) &&
        messages.some(({ direction, text }) => direction === 'note' && text.includes(`@${colleague.name} do you know`)),
    );
    const called = (await Office.of(colleague.cookies).ask('/api/notifications')) as { items: { kind: string }[] };
    expect(called.items.map(({ kind }) => kind)).toEqual(['mention']);

    await desk.press('Escape', 'r');
    await desk.type(`/${shortcut}`);
    await desk.page.getByRole('option').first().waitFor();
    await desk.press('Enter');
    await desk.composer.getByText('Thank you for writing to us.').waitFor();
    const answer = unheardOf(' We repair it for nothing');
    await desk.type(answer);
    await desk.press('Control+Enter');
    await until(
      id,
      ({ conversation, messages }) =>
        conversation.attention === 'answered' &&
        messages.some(
          ({ text, delivery }) => text === `Thank you for writing to us.${answer}` && LEFT.includes(delivery ?? ''),
        ),
    );
  });

  it('goes on behind what was put in, though nothing was drawn before the next letter', async () => {
    await arrival('Who knows about zips');
    await desk.press('m');
    await desk.type(`@${colleague.name.split(' ')[0]}`);
    await desk.page.getByRole('option', { name: colleague.name }).waitFor();
    await desk.page.evaluate(`(() => {
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(enter);
      document.execCommand('insertText', false, 'do ');
    })()`);
    await desk.type('you know more?');
    const box = desk.composer.getByRole('textbox');
    await expect.poll(() => box.inputValue()).toBe(`@${colleague.name} do you know more?`);
  });

  it('takes an answer back before it leaves, and finds the words where they were', async () => {
    // Long enough that a slow machine has not sent it by then; the page takes it when it is read anew.
    await desk.office.send('PATCH', '/api/me/preferences', { undoSeconds: 30 });
    await desk.goTo('/desk?view=all');
    const id = await arrival('Is the blue one still there');
    await desk.press('r');
    const answer = unheardOf('No, the red one');
    await desk.type(answer);
    await desk.press('Control+Enter');
    await desk.page.getByRole('list', { name: 'Going out' }).waitFor();
    await desk.press('Escape', 'z');
    await desk.composer.getByText(answer).waitFor();
    await until(
      id,
      ({ conversation, messages }) =>
        conversation.attention === 'needs_answer' &&
        !messages.some(({ text, delivery }) => text === answer && LEFT.includes(delivery ?? '')),
    );
  });

  it('puts off, takes that back, promises, and decides that something needs no answer, with the reason', async () => {
    const id = await arrival('Just thinking aloud');
    await desk.press('s', 'ArrowDown', 'Enter');
    await until(id, ({ conversation }) => conversation.snoozedUntil !== null);
    await desk.page.getByText(/^Snoozed until/).waitFor();
    await desk.press('z');
    await until(id, ({ conversation }) => conversation.snoozedUntil === null);

    await desk.press('p', 'ArrowDown', 'Enter');
    await until(id, ({ conversation }) => conversation.promisedFor !== null);

    await desk.press('n', 'Enter');
    await until(
      id,
      ({ conversation }) => conversation.attention === 'no_reply' && conversation.attentionReason !== null,
    );
  });

  it('does several at once and takes all of it back', async () => {
    const first = await arrival('One of two');
    const second = await arrival('Two of two');
    await desk.press('x', 'J', 'e');
    await desk.page.getByRole('dialog').getByText('Answered').waitFor();
    for (const id of [first, second]) await until(id, ({ conversation }) => conversation.attention === 'answered');
    await desk.press('z');
    for (const id of [first, second]) await until(id, ({ conversation }) => conversation.attention === 'needs_answer');
  });

  it.each([
    { machine: 'as it is', rate: 1 },
    { machine: 'six times slower', rate: 6 },
  ])(
    'goes on to the next after each, faster than the page can follow, and never into the wrong one: a machine $machine',
    async ({ rate }) => {
      onTestFinished(() => desk.slow(1));
      await desk.slow(rate);
      const texts = ['First in line', 'Second in line', 'Third in line'].map(unheardOf);
      for (const text of texts) await office.customerSays('messenger', text);
      const rows: ConversationRow[] = [];
      for (const text of texts) rows.push(await office.rowOf(text));
      for (const { id } of rows) await desk.row(id).waitFor();
      const [third = '', second = '', first = ''] = rows.map(({ id }) => id);
      // They wrote before, and somebody may have it: that stays as it is.
      const had = rows[2]?.assigneeId;
      await desk.office.send('PATCH', '/api/me/preferences', { undoSeconds: 0, afterSending: 'next' });
      await desk.goTo(`/desk/${first}?view=all`);
      // Read before: keys wait for an answer of the server some seconds, and how long that takes is another matter.
      const [inThird = '', inSecond = '', inFirst = ''] = texts;
      await desk.messages(inFirst).waitFor();
      await desk.press('j');
      await desk.messages(inSecond).waitFor();
      await desk.press('j');
      await desk.messages(inThird).waitFor();
      await desk.press('k', 'k');
      await desk.messages(inFirst).waitFor();
      await desk.press('e', 'i', 'j', 'r');
      const words = unheardOf('Meant for the third');
      await desk.type(words);
      await desk.press('Control+Enter');
      await until(
        first,
        ({ conversation: { attention, assigneeId } }) => attention === 'answered' && assigneeId === had,
      );
      await until(second, ({ conversation: { attention, assigneeId } }) => {
        return attention === 'needs_answer' && assigneeId === desk.me.id;
      });
      await until(third, ({ messages }) => messages.some(({ text }) => text === words));
    },
  );

  it('keeps what is pressed for a conversation that is still on its way', async () => {
    const behind = await arrival('Comes late');
    const id = await arrival('Stands before it');
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await desk.page.route(`**/api/conversations/${behind}`, async (route) => {
      const answer = await route.fetch();
      await isLetGo;
      await route.fulfill({ response: answer });
    });
    onTestFinished(() => desk.page.unrouteAll({ behavior: 'ignoreErrors' }));
    const isFetched = desk.page.waitForRequest(`**/api/conversations/${behind}`);
    await desk.goTo(`/desk/${id}?view=all`);
    await desk.messages('Stands before it').waitFor();
    await isFetched;
    await desk.press('j', 'i');
    letGo();
    await until(behind, ({ conversation }) => conversation.assigneeId === desk.me.id);
  });

  it('is back where it was when somebody turns round before the next one is there', async () => {
    const id = await arrival('Here and back again');
    const other = desk.page.locator(`[data-row]:not([data-row="${id}"])`).nth(4);
    const away = `**/api/conversations/${await other.getAttribute('data-row')}`;
    await desk.page.route(away, () => {});
    onTestFinished(() => desk.page.unroute(away));
    await other.click();
    await desk.page.waitForURL((url) => !url.href.includes(id));
    await desk.messages('Here and back again').waitFor({ state: 'detached' });
    await desk.page.goBack();
    await desk.messages('Here and back again').waitFor();
    await desk.press('i');
    await until(id, ({ conversation }) => conversation.assigneeId === desk.me.id);
  });

  it('finds an old matter, and any room by its name', async () => {
    const words = unheardOf('Zwiebelkuchenduft');
    await arrival(words);
    await desk.goTo('/desk');
    await desk.press('/');
    await desk.type(words);
    await desk.page.locator('mark').first().waitFor();
    await desk.press('ArrowDown');
    await desk.messages(words).waitFor();

    await desk.goTo('/desk');
    await desk.press('Control+k');
    await desk.type('saved replies');
    await desk.page.getByRole('option', { name: 'Settings: Saved replies' }).waitFor();
    await desk.press('Enter');
    await desk.page.waitForURL('**/settings/replies');
    await desk.press('?');
    await desk.page.getByRole('dialog', { name: 'Everything by keyboard' }).waitFor();
    await desk.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
