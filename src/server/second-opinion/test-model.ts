import { randomUUID } from 'node:crypto';
import { prepareText } from '../../actions/second-opinion/prepare-text.ts';
import type { Head, OwnTopic } from '../../core/learning/own.ts';
import { questionOf } from '../../core/second-opinion/question.ts';
import { otherWay, STRICTEST, type Way } from '../../core/second-opinion/way.ts';
import type { TestedSecondOpinion } from '../../wire/second-opinion.ts';
import { askModel, type ModelMeans } from './ask-model.ts';
import { readAnswer } from './read-answer.ts';

/** Nobody wrote it: what is sent of it shows what would be taken out of a message. */
const INVENTED =
  'Hi @kettle_care, my order #48213377 still is not here and nobody answers. Call me on +49 30 901820 or write to ida@example.com. Really disappointed!';
const SHOWN = 2_000;

/** Asks about an invented message, in one way after the other until one is taken. It is not counted, and nothing is kept of it. */
export async function testModel(
  {
    address,
    model,
    key,
    heads,
    topics,
  }: {
    readonly address: string;
    readonly model: string;
    readonly key: string | null;
    readonly heads: readonly Head[];
    readonly topics: readonly Pick<OwnTopic, 'key'>[];
  },
  means: ModelMeans,
): Promise<TestedSecondOpinion> {
  const { text } = prepareText({ text: INVENTED, language: 'en', understood: null });
  let failed = { tookMs: 0, problem: '' };
  for (let way: Way | null = STRICTEST; way; ) {
    const body = questionOf({ model, text, heads, topics, way, mark: randomUUID().replaceAll('-', '') });
    const answer = await askModel({ address, key, body }, means);
    if (answer.kind === 'said') {
      const said = readAnswer(answer.content, heads, topics);
      const problem = said ? null : 'It answered something else than was asked for. Try another model.';
      return { sent: text, tookMs: answer.tookMs, problem, answer: hidden(answer.content, key), said };
    }
    failed = { tookMs: answer.tookMs, problem: answer.words };
    way = answer.isWay ? otherWay(way, answer.named) : null;
  }
  return { sent: text, ...failed, answer: null, said: null };
}

/** Whatever a server says, it does not show the key to whoever may not see it. */
const hidden = (content: string, key: string | null): string =>
  (key ? content.replaceAll(key, '[key]') : content).slice(0, SHOWN);
