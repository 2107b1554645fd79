// Builds the script that other pages load, from TypeScript and the style sheet, into one file.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [here('./main.ts')],
  outfile: here('../../../dist/web/assets/embed.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  loader: { '.css': 'text' },
  legalComments: 'none',
  logLevel: 'warning',
});
