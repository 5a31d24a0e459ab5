#!/usr/bin/env node
import * as module from 'node:module';
import { processTerminal } from './terminal.ts';

// From Node 22 on, what was compiled once is kept for the next run.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
const { run } = await import('./run.ts');

// No process.exit(): what is still on its way to a pipe must arrive.
process.exitCode = await run(process.argv.slice(2), processTerminal());
