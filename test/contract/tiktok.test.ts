import { describeContract } from './suite.ts';
import { openTikTok } from './tiktok-world.ts';

describeContract('tiktok', async () => (await openTikTok()).world);
