import { pathToFileURL } from 'node:url';

/**
 * Runs `main` when its module is the script Node was started with, and not when another module imports it.
 * A failure is printed as a sentence, not as a stack, and ends in exit code 1.
 */
export async function runAsScript(moduleUrl, main) {
  if (moduleUrl !== pathToFileURL(process.argv[1]).href) return;
  try {
    await main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
