import { writeOrdinary } from './ordinary.ts';

writeOrdinary();
