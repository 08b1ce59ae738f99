import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST } from './desk/cast.ts';
import { Stage, unheardOf, whyNot } from './desk/stage.ts';

describe.skipIf(whyNot() !== null)('a comment on Facebook, from the customer’s side to the customer’s side', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  it('is answered where everybody reads it, then once in private, and marked', async () => {
    const comment = unheardOf('The zip on my Fjell jacket split after a week 😡');
    await stage.write(CAST.facebook, 'facebook', { place: /^Comment on/, text: comment });
    await stage.openRow(comment);
    await stage.row(comment).getByText('Public').waitFor();

    const inPublic = unheardOf('So sorry, Morag! We have sent you a private message.');
    await stage.answer('Public', inPublic);
    await stage.bubble('company', inPublic).waitFor();
    await stage.row(inPublic).getByText('Answered').waitFor();

    const inPrivate = unheardOf('Please tell us your order number, Morag.');
    await stage.composer.getByRole('tab', { name: /^Private.*once/ }).waitFor();
    await stage.answer('Private', inPrivate);
    await stage.look(CAST.facebook, 'messenger', inPrivate);
    await stage.bubble('company', inPrivate).waitFor();
    expect(await stage.bubble('company', inPublic).count()).toBe(0);

    // What she writes back in private comes to the same conversation.
    const number = unheardOf('It is 40217');
    await stage.goOn(number);
    await stage.read(number);
    await stage.read(comment);
    await stage.desk.getByRole('button', { name: 'More', exact: true }).click();
    await stage.desk.getByRole('menuitem', { name: 'Acknowledged' }).click();
    await stage.row(number).getByText('Acknowledged').waitFor();
    // The page shows it before the server has it.
    await expect.poll(() => stage.attentionOf(number)).toBe('acknowledged');
    await stage.expectCalm();
  });
});
