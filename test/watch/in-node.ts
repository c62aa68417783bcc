import { cpuSecondsHere } from './cpu-time.ts';
import { IDLE_SECONDS } from './stall-of.ts';
import { watchTests } from './watch-tests.ts';

watchTests(async () => cpuSecondsHere() / IDLE_SECONDS);
