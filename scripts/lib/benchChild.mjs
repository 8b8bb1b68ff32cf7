// The process one file of test/bench is measured in; sends its rows to the one that started it.
import { pathToFileURL } from 'node:url';

const { bench } = await import(pathToFileURL(process.argv[2]).href);
const rows = await bench();
// A file that starts an editor may leave handles open; the rows are all that is wanted.
process.send(rows, () => process.exit(0));
