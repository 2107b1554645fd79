/**
 * Preloaded before openapi-typescript: it builds on the compiler's own API, which the compiler of this project no
 * longer has, so that it gets an earlier one. `node --import ./test/clients/with-compiler.mjs …`
 */
import { register } from 'node:module';

const compiler = import.meta.resolve('@ts-morph/common');
const bridge = `import { ts } from ${JSON.stringify(compiler)}; export default ts;`;
const hook = `
const bridge = ${JSON.stringify(`data:text/javascript,${encodeURIComponent(bridge)}`)};
export const resolve = (name, context, next) =>
  name === 'typescript' ? { url: bridge, shortCircuit: true } : next(name, context);`;

register(`data:text/javascript,${encodeURIComponent(hook)}`);
