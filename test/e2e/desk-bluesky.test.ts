import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST } from './desk/cast.ts';
import { Stage, unheardOf, whyNot } from './desk/stage.ts';

describe.skipIf(whyNot() !== null)('a post on Bluesky, from the customer’s side to the customer’s side', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  it('that mentions the brand is liked and answered under it', async () => {
    const post = unheardOf('my Ravna pack carried me over the whole Padjelantaleden ☕');
    await stage.write(CAST.bluesky, 'bluesky', { place: /mentions/i, text: post });
    await stage.openRow(post);

    // Their post is what the thread hangs from and what they said: it is shown once.
    expect(await stage.desk.getByRole('region', { name: 'Conversation', exact: true }).getByText(post).count()).toBe(1);

    await stage.messages(post).hover();
    await stage.messages(post).getByRole('button', { name: 'Like' }).click();
    await stage.bubble('me', post).getByLabel('Likes').waitFor();

    const answer = unheardOf('What a walk, Kwame! 재킷은 어땠어요?');
    await stage.answer('Public', answer);
    await stage.bubble('company', answer).waitFor();
    await stage.row(answer).getByText('Answered').waitFor();
    expect(await stage.attentionOf(post)).toBe('answered');
    await stage.expectCalm();
  });
});
