import { afterAll, beforeAll, describe, it } from 'vitest';
import { Desk } from './desk/keyboard.ts';
import { unheardOf, whyNot } from './desk/stage.ts';

/** The whole day of an agent, with the mouse in the drawer. Each step is looked up behind the page, in the API. */
describe.skipIf(whyNot() !== null)('a day by keyboard alone', { timeout: 120_000 }, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open('/desk?view=all');
    await desk.prefer({ undoSeconds: 1, afterSending: 'stay' });
  }, 60_000);
  afterAll(async () => {
    await desk?.prefer({ undoSeconds: 10, afterSending: 'next' });
    await desk?.close();
  });

  /** A customer writes; the agent goes there by j alone. */
  const arrival = async (words: string): Promise<string> => {
    const text = unheardOf(words);
    await desk.customerSays('messenger', text);
    return desk.walkTo(text);
  };

  it('takes it, labels it, notes something, answers, and sees it go', async () => {
    const id = await arrival('My zip broke on the first day');
    await desk.press('i');
    await desk.until(id, ({ conversation }) => conversation.assigneeId === desk.me);

    await desk.press('l');
    await desk.type('Repair');
    await desk.press('Enter');
    await desk.press('Escape');
    await desk.until(id, ({ conversation }) => conversation.labelIds.length === 1);

    await desk.press('m');
    const note = unheardOf('Third one of this batch');
    await desk.type(note);
    await desk.press('Control+Enter');
    await desk.until(id, ({ messages }) =>
      messages.some(({ direction, text }) => direction === 'note' && text === note),
    );

    await desk.press('Escape');
    await desk.press('r');
    const answer = unheardOf('We repair it for nothing');
    await desk.type(answer);
    await desk.press('Control+Enter');
    await desk.until(
      id,
      ({ conversation, messages }) =>
        conversation.attention === 'answered' &&
        messages.some(
          ({ text, delivery }) => text === answer && ['sent', 'delivered', 'read'].includes(delivery ?? ''),
        ),
    );
  });

  it('puts off, takes that back, and decides that something needs no answer, with the reason', async () => {
    const id = await arrival('Just thinking aloud');
    await desk.press('s');
    await desk.page.getByRole('dialog').waitFor();
    await desk.press('Enter');
    await desk.until(id, ({ conversation }) => conversation.snoozedUntil !== null);
    await desk.press('z');
    await desk.until(id, ({ conversation }) => conversation.snoozedUntil === null);

    await desk.goTo(id);
    await desk.press('n');
    await desk.page.getByRole('dialog').waitFor();
    await desk.type('No question in it');
    await desk.press('Enter');
    await desk.until(
      id,
      ({ conversation }) => conversation.attention === 'no_reply' && conversation.attentionReason !== null,
    );
  });

  it('does several at once and takes all of it back', async () => {
    const first = await arrival('One of two');
    const second = await arrival('Two of two');
    await desk.press('x');
    await desk.press('J');
    await desk.press('e');
    for (const id of [first, second]) await desk.until(id, ({ conversation }) => conversation.attention === 'answered');
    await desk.press('z');
    for (const id of [first, second])
      await desk.until(id, ({ conversation }) => conversation.attention === 'needs_answer');
  });

  it('finds an old matter, and any room by its name', async () => {
    const words = unheardOf('Zwiebelkuchenduft');
    await arrival(words);
    await desk.page.goto(`${desk.url}/desk`);
    await desk.page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().waitFor();
    await desk.press('/');
    await desk.type(words);
    await desk.page.locator('mark').first().waitFor();
    await desk.press('ArrowDown');
    await desk.press('Enter');
    await desk.page.locator('article[data-direction]').filter({ hasText: words }).waitFor();

    await desk.page.goto(`${desk.url}/desk`);
    await desk.page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().waitFor();
    await desk.press('Control+k');
    await desk.type('labels');
    await desk.page
      .getByRole('option', { name: /Labels/ })
      .first()
      .waitFor();
    await desk.press('Enter');
    await desk.page.waitForURL('**/settings/labels');
    await desk.press('?');
    await desk.page.getByRole('dialog').waitFor();
    await desk.press('Escape');
  });
});
