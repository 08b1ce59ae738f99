import { openAppStore } from './app_store-world.ts';
import { describeContract } from './suite.ts';

describeContract('app_store', async () => (await openAppStore()).world);
