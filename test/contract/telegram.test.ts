import { describeContract } from './suite.ts';
import { telegramWorld } from './telegram-world.ts';

describeContract('telegram', () => telegramWorld('webhook'));
describeContract('telegram that is asked', () => telegramWorld('poll'));
