import { openStore } from '../../src/store/open.ts';
import { describeChanges } from './changes-contract.ts';
import { describeStore } from './contract.ts';
import { temporaryFolder } from './folder.ts';
import { describeMerging } from './merging-contract.ts';
import { describeSorting } from './sorting-contract.ts';

const inFolder = temporaryFolder();
let count = 0;
const open = (now: () => number) => {
  count += 1;
  return openStore({ path: inFolder(`${count}.db`), now });
};
describeStore('SQLite', open);
describeSorting('SQLite', open);
describeChanges('SQLite', open);
describeMerging('SQLite', open);
