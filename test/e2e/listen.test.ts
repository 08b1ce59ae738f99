import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage, unheardOf, whyNot } from './desk/stage.ts';

const ELSEWHERE = /of their own, to nobody/i;

describe.skipIf(whyNot() !== null)('what is said of us without being said to us', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
    await stage.desk.getByRole('link', { name: /^Listening/ }).click();
    await stage.desk.getByRole('navigation', { name: 'Boards' }).getByRole('link').first().click();
  });
  afterAll(() => stage?.close());

  const posts = () => stage.desk.getByRole('region', { name: 'Posts' });
  const post = (text: string) => posts().getByRole('article').filter({ hasText: text });
  /** What comes while one reads waits above until it is asked for. */
  const arrives = async (text: string) => {
    const waiting = posts().getByRole('button', { name: /\d new/ });
    await post(text).or(waiting).first().waitFor();
    if ((await post(text).count()) === 0) await waiting.click();
    await post(text).waitFor();
  };
  /** The keys are about the one that was pressed. */
  const press = async (text: string, key: string) => {
    await post(text).getByText(text).click();
    await stage.desk.keyboard.press(key);
  };

  it('stands on the board with the words that made it heard, and is answered in public', async () => {
    const said = unheardOf('A whole afternoon with the maps in the Lindqvist Outdoor shop and a coffee, what a place');
    await stage.write('kwamehikes', 'bluesky', { place: ELSEWHERE, text: said });
    await arrives(said);
    expect(await post(said).locator('mark').first().textContent()).toBe('Lindqvist Outdoor');

    await press(said, 'r');
    const answer = unheardOf('Come back soon, Kwame: the kettle is on.');
    await stage.desk.keyboard.type(answer);
    await stage.desk.keyboard.press('Control+Enter');
    await stage.read(said);
    await stage.bubble('company', answer).waitFor();
    expect(await stage.attentionOf(said)).toBe('answered');

    await stage.desk.getByRole('link', { name: /^Listening/ }).click();
    await posts().getByText('Handled', { exact: true }).click();
    await post(said).getByRole('link', { name: 'To the conversation' }).click();
    await stage.read(answer);
  });

  it('is put aside by one key, and back by another', async () => {
    const said = unheardOf('Saw a Lindqvist Outdoor tent on the ferry, the blue one');
    await stage.write('moragsinclair', 'bluesky', { place: ELSEWHERE, text: said });
    await stage.desk.getByRole('link', { name: /^Listening/ }).click();
    await arrives(said);
    await press(said, 'x');
    await post(said).waitFor({ state: 'detached' });
    await stage.desk.getByText('Ignored', { exact: true }).waitFor();
    await stage.desk.keyboard.press('u');
    await arrives(said);

    await press(said, 't');
    await stage.desk.getByRole('textbox', { name: 'Your words' }).waitFor();
    await stage.desk.keyboard.press('Enter');
    await post(said).waitFor({ state: 'detached' });
    await stage.bubble('company', 'Thank you, Morag').waitFor();
    await stage.expectCalm();
  });

  it('is found by a word, while one types', async () => {
    const said = unheardOf('The Lindqvist Outdoor stove sings like a samovar');
    await stage.write('kwamehikes', 'bluesky', { place: ELSEWHERE, text: said });
    await arrives(said);
    const find = posts().getByRole('searchbox', { name: 'Find a word' });
    await find.fill('SAMOV');
    await stage.desk.waitForURL(/term=SAMOV/);
    await post(said).waitFor();
    await expect.poll(() => posts().getByRole('article').count()).toBe(1);
    expect(await find.and(stage.desk.locator(':focus')).count()).toBe(1);
    expect(
      await post(said)
        .locator('mark')
        .filter({ hasText: /^samov$/ })
        .count(),
    ).toBe(1);
    const rule = posts().getByRole('button', { name: /^Rule/ });
    expect(await rule.count()).toBe(1);
    await find.pressSequentially('qq');
    await posts().getByText('No post with').waitFor();
    expect([await rule.count(), await posts().getByRole('button', { name: 'Show all' }).count()]).toEqual([1, 1]);
    await stage.desk.keyboard.press('Escape');
    await post(said).waitFor();
    expect(await find.inputValue()).toBe('');
    await stage.expectCalm();
  });

  it('stands on boards whose order is everybody’s, and is changed by key, by choice and by dragging', async () => {
    const boards = () => stage.desk.getByRole('navigation', { name: 'Boards' }).getByRole('link');
    const [first = '', second = ''] = await boards().allTextContents();
    const move = async (where: string, at: number) => {
      const menu = stage.desk.getByRole('button', { name: 'More for this board' });
      await menu.focus();
      await stage.desk.keyboard.press('Enter');
      const item = stage.desk.getByRole('menuitem', { name: where });
      await item.focus();
      await stage.desk.keyboard.press('Enter');
      await stage.desk
        .getByRole('status')
        .filter({ hasText: `is now ${at} of` })
        .waitFor({ state: 'attached' });
      await menu.and(stage.desk.locator(':focus')).waitFor();
    };
    const nameOf = (line: string) => line.replace(/\d+\+?$/, '');
    const names = async () => (await boards().allTextContents()).slice(0, 2).map(nameOf);
    await boards().first().click();
    await move('Move down', 2);
    await expect.poll(names).toEqual([nameOf(second), nameOf(first)]);
    await boards().nth(1).click();
    await move('Move up', 1);
    await expect.poll(names).toEqual([nameOf(first), nameOf(second)]);

    const grip = stage.desk.getByRole('button', { name: `Move “${nameOf(first)}”` });
    await grip.focus();
    await stage.desk.keyboard.press('ArrowDown');
    await expect.poll(names).toEqual([nameOf(second), nameOf(first)]);
    await grip.and(stage.desk.locator(':focus')).waitFor();
    await stage.desk.keyboard.press('Enter');
    await stage.desk.getByRole('menuitem', { name: 'Move up' }).click();
    await expect.poll(names).toEqual([nameOf(first), nameOf(second)]);
    await boards().first().hover();
    await grip.dragTo(boards().nth(1));
    await expect.poll(names).toEqual([nameOf(second), nameOf(first)]);
    expect(await stage.desk.getByRole('menuitem').count()).toBe(0);
    await boards().nth(1).hover();
    await grip.dragTo(boards().first());
    await expect.poll(names).toEqual([nameOf(first), nameOf(second)]);
    await stage.expectCalm();
  });
});
