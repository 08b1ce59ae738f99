import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english, translations } from '@zxcvbn-ts/language-en';

/** What comes after is not looked at: time grows with length, and whoever types so much is safe. */
const READ = 64;

const judge = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs, translations });

parentPort?.on('message', ({ id, password, about }: { id: number; password: string; about: string[] }) => {
  const { score, feedback } = judge.check(password.slice(0, READ), about);
  const advice = [feedback.warning, ...feedback.suggestions].filter((words): words is string => Boolean(words));
  parentPort?.postMessage({ id, score, advice });
});
