import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST } from './desk/cast.ts';
import { Stage, unheardOf, whyNot } from './desk/stage.ts';

describe.skipIf(whyNot() !== null)('a mail, from the customer’s side to the customer’s side', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  it('is seen under its subject, answered into its thread, and goes on in the same conversation', async () => {
    const subject = unheardOf('Größe und Rückgabe');
    const question = unheardOf('Can I send the trousers back after forty days?');
    await stage.write(CAST.email, 'email', { subject, text: question });
    await stage.row(subject).waitFor();
    await stage.openRow(question);

    const answer = unheardOf('Yes, you can: sixty days, and we pay the way back.');
    await stage.answer('Private', answer);
    await stage.bubble('company', answer).waitFor();
    await stage.row(answer).getByText('Answered').waitFor();

    const thanks = unheardOf('Wonderful, thank you!');
    await stage.goOn(thanks);
    await stage.read(thanks);
    await stage.read(question);
    await stage.desk.getByRole('button', { name: /^Answered/ }).click();
    await stage.row(thanks).getByText('Answered').waitFor();
    // The page shows it before the server has it.
    await expect.poll(() => stage.attentionOf(thanks)).toBe('answered');
    await stage.expectCalm();
  });
});
