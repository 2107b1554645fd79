import { openStore } from '../../src/store/open.ts';
import { describeStore } from './contract.ts';
import { temporaryFolder } from './folder.ts';

const inFolder = temporaryFolder();
let count = 0;
describeStore('SQLite', (now) => {
  count += 1;
  return openStore({ path: inFolder(`${count}.db`), now });
});
