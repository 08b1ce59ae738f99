import { describeContract } from './suite.ts';
import { makeWorld } from './x-world.ts';

describeContract('x on a self-serve plan', () => makeWorld('pay_per_use'));
describeContract('x on Enterprise', () => makeWorld('enterprise'));
