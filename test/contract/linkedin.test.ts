import { openLinkedIn } from './linkedin-world.ts';
import { describeContract } from './suite.ts';

describeContract('linkedin', async () => (await openLinkedIn()).world);
