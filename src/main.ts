#!/usr/bin/env node
/**
 * Main: the way in. Everything else is loaded when a command needs it, so that help and version come at once.
 */
import { compileSparingly } from './cli/compile-sparingly.ts';
import { runProgram } from './cli/program.ts';

compileSparingly();
process.exitCode = await runProgram(process.argv, {
  input: process.stdin,
  output: process.stdout,
  complaints: process.stderr,
  environment: process.env,
});
