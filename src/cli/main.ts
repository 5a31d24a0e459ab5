#!/usr/bin/env node
import { run } from './run.ts';
import { processTerminal } from './terminal.ts';

// No process.exit(): what is still on its way to a pipe must arrive.
process.exitCode = await run(process.argv.slice(2), processTerminal());
