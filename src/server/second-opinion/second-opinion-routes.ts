import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { keepSecondOpinion, keyFor, requireEveryInbox } from '../../actions/second-opinion/keep-choice.ts';
import { CareError } from '../../core/errors.ts';
import { readUnderstandingSettings } from '../../storage/learning/settings.ts';
import { KeepSecondOpinion, SecondOpinion, TestedSecondOpinion, TestSecondOpinion } from '../../wire/second-opinion.ts';
import { isLoopback } from '../config.ts';
import type { Deps } from '../deps.ts';
import { addressProblem } from '../hooks/address-problem.ts';
import { showSecondOpinion } from './show.ts';
import { testModel } from './test-model.ts';

/** The language model that may be asked where the house is unsure. */
export const secondOpinionRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db, now } = deps;
  const config = { rule: { act: 'inboxes.manage' } } as const;
  const tags = ['understanding'];
  const mayLoopback = isLoopback(new URL(deps.config.url).hostname);
  const closing = new AbortController();
  app.addHook('onClose', async () => closing.abort());
  const requireAddress = (address: string) => {
    const problem = addressProblem(address, mayLoopback);
    if (problem) throw new CareError('invalid', 'bad_address', problem, { field: 'address' });
  };

  app.get('/api/second-opinion', { config, schema: { tags, response: { 200: SecondOpinion } } }, ({ who }) => {
    requireEveryInbox(who);
    return showSecondOpinion(db.read, who.workspaceId, now());
  });

  app.put(
    '/api/second-opinion',
    { config, schema: { tags, body: KeepSecondOpinion, response: { 200: SecondOpinion } } },
    async ({ who, body: { version, key, ...choice } }) => {
      requireAddress(choice.address);
      const heads = [...new Set(choice.heads)];
      const input = { version, choice: { ...choice, heads }, key: key === '' ? null : key };
      await keepSecondOpinion(deps, who, input, now());
      return showSecondOpinion(db.read, who.workspaceId, now());
    },
  );

  app.post(
    '/api/second-opinion/test',
    { config, schema: { tags, body: TestSecondOpinion, response: { 200: TestedSecondOpinion } } },
    async ({ who, body: { key: given, ...choice } }) => {
      requireEveryInbox(who);
      requireAddress(choice.address);
      const key = await keyFor(deps, who, choice.address, given);
      const { topics } = await readUnderstandingSettings(db.read, who.workspaceId);
      return testModel({ ...choice, key, topics }, { mayLoopback, signal: closing.signal });
    },
  );
};
