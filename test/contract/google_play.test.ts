import { openGooglePlay } from './google_play-world.ts';
import { describeContract } from './suite.ts';

describeContract('google_play', async () => (await openGooglePlay()).world);
