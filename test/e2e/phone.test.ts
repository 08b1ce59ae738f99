import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from './desk/keyboard.ts';
import { Office } from './desk/office.ts';
import { unheardOf, whyNot } from './desk/stage.ts';

/** Nothing is on its way: what is measured is what stays. */
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const;
/** What a thumb hits. Pixels. */
const THUMB = 40;

describe.skipIf(whyNot() !== null)('on a phone', () => {
  let office: Office;
  let desk: Desk;
  beforeAll(async () => {
    office = Office.of();
    desk = await Desk.open(await office.hire(unheardOf('Toni')), PHONE);
  });
  afterAll(() => desk?.close());

  /** Nothing has to be pushed sideways to be read. */
  const fits = async () => {
    const wide = await desk.page.evaluate<
      string[]
    >(`[document.documentElement, ...document.querySelectorAll('main, section, aside, header')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'auto' && one.clientWidth > 0)
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one === document.documentElement)
      .map((one) => one.outerHTML.slice(0, 120))`);
    expect(wide.join('\n')).toBe('');
  };
  /**
   * Everything that can be pressed, where a thumb can hit it: as high as a thumb itself, or with its label, or by the
   * space around it that answers for it. Links within a sentence are as high as the sentence.
   */
  const isForThumbs = async () => {
    const small = await desk.page.evaluate<string[]>(`(() => {
      const answers = (one, x, y) => one.contains(document.elementFromPoint(x, y));
      return [...document.querySelectorAll('button, a[href], summary, input, textarea, [role="tab"], [role="switch"], [role="menuitem"], [role="option"]')]
        .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !one.closest('[aria-hidden="true"]'))
        .filter((one) => getComputedStyle(one).display !== 'inline' || !one.closest('p'))
        .map((one) => one.closest('label') ?? one)
        .map((one) => ({ one, box: one.getBoundingClientRect(), said: one.getAttribute('aria-label') ?? one.textContent }))
        .filter(({ box }) => box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth)
        .filter(({ one, box: { left, right, top, bottom, height } }) => {
          const heard = (by) => answers(one, (left + right) / 2, (top + bottom) / 2 + by * (${THUMB} / 2 - 1));
          return height < ${THUMB} - 0.5 && heard(0) && !(heard(-1) && heard(1));
        })
        .map(({ box, said }) => said.trim().slice(0, 40) + ': ' + Math.round(box.width) + ' x ' + Math.round(box.height));
    })()`);
    expect(small.join('\n')).toBe('');
  };
  const rooms = {
    list: () => desk.page.getByRole('region', { name: 'Conversations' }),
    talk: () => desk.page.getByRole('region', { name: 'Conversation', exact: true }),
    person: () => desk.page.getByRole('complementary', { name: 'Person' }),
  };

  it('goes from the list to the conversation, to the person, and back again, one room at a time', async () => {
    const text = unheardOf(
      'A very long question without an end and averyveryverylongwordthatnobodyeverwouldwritelikethis',
    );
    await office.customerSays('facebook', text);
    const { id } = await office.rowOf(text);
    await fits();
    await isForThumbs();

    await desk.row(id).tap();
    await desk.messages(text).waitFor();
    await rooms.list().waitFor({ state: 'hidden' });
    await fits();
    await isForThumbs();
    await rooms.talk().getByRole('button', { name: 'More', exact: true }).tap();
    await desk.page.getByRole('menuitem').first().waitFor();
    await isForThumbs();
    await desk.press('Escape');
    await desk.page.getByRole('menu').waitFor({ state: 'detached' });

    await rooms.talk().getByRole('button', { name: 'The person' }).tap();
    await rooms.person().waitFor();
    await rooms.talk().waitFor({ state: 'hidden' });
    await rooms.person().getByText('Where they are').waitFor();
    await fits();
    await isForThumbs();

    await rooms.person().getByRole('button', { name: 'Back to the conversation' }).tap();
    await rooms.talk().waitFor();
    await rooms.talk().getByRole('button', { name: 'Back to the list' }).tap();
    await rooms.list().waitFor();
    await rooms.talk().waitFor({ state: 'hidden' });
    await desk.row(id).waitFor();
  });

  it('answers a comment where everybody reads it', async () => {
    const text = unheardOf('Is it still to be had in green');
    await office.customerSays('facebook', text);
    const { id } = await office.rowOf(text);
    await desk.goTo('/desk?view=all');
    await desk.row(id).tap();
    await desk.messages(text).waitFor();
    await desk.composer.getByRole('tab', { name: /^Public/ }).tap();
    const answer = unheardOf('It is, in every size');
    await desk.composer.getByRole('textbox').tap();
    await desk.composer.getByRole('textbox').pressSequentially(answer);
    await fits();
    await isForThumbs();
    await desk.composer.getByRole('button', { name: /^Send in public/ }).tap();
    await desk
      .messages(answer)
      .getByText(/^(Sent|Delivered|Read)\b/)
      .waitFor();
    await office.until(
      id,
      ({ conversation, messages }) =>
        conversation.attention === 'answered' && messages.filter((one) => one.text === answer).length === 1,
    );
  });

  it('sets what there is to set', async () => {
    for (const page of ['', '/notifications', '/appearance', '/sign-in', '/replies']) {
      await desk.goTo(`/settings${page}`);
      await desk.page.getByRole('heading').first().waitFor();
      await fits();
      await isForThumbs();
    }
  });
});
