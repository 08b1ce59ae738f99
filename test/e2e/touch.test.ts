import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Hand } from './desk/hand.ts';
import { whyNot } from './desk/stage.ts';

describe.skipIf(whyNot() !== null)('the desk under a thumb', () => {
  let hand: Hand;
  beforeAll(async () => {
    hand = await Hand.open();
  });
  beforeEach(() => hand.goTo('/desk?view=all'));
  afterAll(() => hand?.close());

  describe.each([
    { name: 'from the left', direction: 'ltr', end: 1 },
    { name: 'from the right', direction: 'rtl', end: -1 },
  ] as const)('written $name', ({ direction, end }) => {
    beforeEach(() => hand.page.evaluate(`document.documentElement.dir = '${direction}'`));

    it('turns from room to room, and the browser goes back the same way', async () => {
      await hand.openFirst();
      await hand.swipe(end * -180);
      await hand.room('person').waitFor();
      await hand.room('conversation').waitFor({ state: 'hidden' });
      await hand.swipe(end * 180);
      await hand.room('conversation').waitFor();
      await hand.swipe(end * 180);
      await hand.room('list').waitFor();
      // Each way back was a step back: what lies ahead is what was left.
      await hand.page.goForward();
      await hand.room('conversation').waitFor();
      await hand.page.goBack();
      await hand.room('list').waitFor();
    });

    it('answers a row one way, shows first what it will do, and takes it back', async () => {
      const row = await hand.waitingRow();
      await hand.swipeRow(row, end * 170, async () => {
        await hand.page.locator('[data-hint="enough"]').getByText('Answered').waitFor();
      });
      await hand.until(row, (now) => now.attention === 'answered');
      await hand.page.getByRole('button', { name: 'Undo' }).first().click();
      await hand.until(row, (now) => now.attention === 'needs_answer');
    });

    it('puts a row off the other way, until when is asked', async () => {
      const row = await hand.waitingRow();
      await hand.swipeRow(row, end * -170);
      await hand.page.getByRole('dialog').getByRole('button', { name: 'In an hour' }).click();
      await hand.until(row, (now) => now.snoozedUntil !== null);
      await hand.page.getByRole('button', { name: 'Undo' }).first().click();
      await hand.until(row, (now) => now.snoozedUntil === null);
    });
  });

  it('does nothing when the thumb scrolls, or comes back before it lets go', async () => {
    const row = await hand.waitingRow();
    await hand.swipeRow(row, 30);
    await hand.swipeRow(row, 60, undefined, 200);
    await hand.openFirst();
    await hand.swipe(30);
    await hand.room('conversation').waitFor();
    await hand.until(row, (now) => now.attention === 'needs_answer' && now.snoozedUntil === null);
  });

  it('chooses a row that is held, and then others by a touch', async () => {
    await hand.hold(await hand.waitingRow());
    await hand.page.getByRole('toolbar', { name: 'What is chosen' }).getByText('1 chosen').waitFor();
    await hand.page.locator('[data-row]').nth(3).tap();
    await hand.page.getByText('2 chosen').waitFor();
    expect(new URL(hand.page.url()).pathname).toBe('/desk');
  });

  it('reaches everything from a bar of few entries, which leaves whoever reads alone', async () => {
    const bar = hand.page.getByRole('navigation', { name: 'Rooms' });
    expect(await bar.locator('a:visible, button:visible').count()).toBe(4);
    await bar.getByRole('button', { name: 'More' }).tap();
    const more = hand.page.getByRole('dialog');
    for (const name of ['Inboxes', 'Ledger', 'Settings']) await more.getByRole('link', { name, exact: true }).waitFor();
    await more.getByRole('link', { name: 'Ledger' }).tap();
    await hand.page.waitForURL('**/ledger');
    await bar.getByRole('button', { name: 'Search' }).tap();
    await hand.page.getByRole('combobox').or(hand.page.getByRole('searchbox')).first().waitFor();
    await hand.goTo('/desk?view=all');
    await hand.openFirst();
    expect(await bar.isVisible()).toBe(false);
  });

  it('keeps the composer in sight when the keyboard takes half of the screen', async () => {
    await hand.openFirst();
    await hand.page.setViewportSize({ width: 390, height: 430 });
    const box = hand.page.getByRole('region', { name: 'Write' }).getByRole('textbox');
    await box.tap();
    const end = async () => {
      const at = await box.boundingBox();
      return (at?.y ?? 999) + (at?.height ?? 0);
    };
    await expect.poll(end).toBeLessThanOrEqual(430);
    expect(await hand.page.evaluate('document.scrollingElement.scrollHeight <= innerHeight')).toBe(true);
    await hand.page.setViewportSize({ width: 390, height: 844 });
  });
});
