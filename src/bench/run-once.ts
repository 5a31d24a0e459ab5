import { build } from '../build.ts';

/**
 * One run in a process of its own: builds argv[2] into argv[3], then says what it took; `stages` are
 * milliseconds, `peakMB` is the largest resident set.
 */
const [, , booklet = '', outDir = ''] = process.argv;
const { report } = await build({ booklet, outDir, language: 'fr' });
const peakMB = process.resourceUsage().maxRSS / 1024;
const { pages, entries, stages } = report;
process.stdout.write(`${JSON.stringify({ pages, entries, stages, peakMB })}\n`);
