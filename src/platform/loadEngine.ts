import { createRequire } from 'node:module';
import type { Engine } from './inlineRunner';
import type { Translations } from './speak';

/** Loads `dist/engine.js` when it is first needed: it is no part of the bundle that activation reads. */
export function loadEngine(scriptPath: string, translations?: Translations): Engine {
  const engine = createRequire(scriptPath)(scriptPath) as Engine;
  engine.speak(translations);
  return engine;
}
