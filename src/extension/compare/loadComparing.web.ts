import * as comparing from './comparing';

/** What only a comparison needs; in a browser part of this very bundle, which can load no other at once. */
export function loadComparing(): typeof comparing {
  return comparing;
}
