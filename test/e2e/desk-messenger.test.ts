import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST } from './desk/cast.ts';
import { Stage, unheardOf, whyNot } from './desk/stage.ts';

describe.skipIf(whyNot() !== null)('a private message, from the customer’s side to the customer’s side', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  it('is seen, answered, answered again, and put away with a reason', async () => {
    const question = unheardOf('Wo bleibt meine Bestellung? 📦');
    await stage.write(CAST.messenger, 'messenger', { text: question });
    await stage.openRow(question);

    const answer = unheardOf('Sie ist heute unterwegs, Jonas.');
    await stage.answer('Private', answer);
    await stage.bubble('company', answer).waitFor();
    await stage.row(answer).getByText('Answered').waitFor();

    const thanks = unheardOf('Danke!');
    await stage.goOn(thanks);
    await stage.read(thanks);
    await stage.desk.getByRole('button', { name: /^No reply…/ }).click();
    await stage.desk.getByRole('button', { name: 'Only a thank you' }).click();
    await stage.row(thanks).getByText('No reply').waitFor();
    // The page shows it before the server has it.
    await expect.poll(() => stage.attentionOf(thanks)).toBe('no_reply');
    await stage.expectCalm();
  });
});
