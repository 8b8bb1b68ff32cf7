const ESCAPE = '\u001b';

/** Colours, cursor moves, window titles and links (ECMA-48 CSI and OSC sequences). */

const ANSI = /\u001b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** `(TaskRunner pid=46086)`, `(main_task pid=1, ip=10.0.0.2)`, with whatever a progress bar left before it. */
const RAY_PREFIX = /^[^({]*\(\w[\w.:<> -]* (?:rank=\d+, )?pid=\d+(?:, ip=[\d.]+)?\) ?/;
const RAY_REPEAT = / {0,8}\[repeated \d+x across cluster\].*$/;

/** `np.float64(0.5)`, `tensor(0.5, device='cuda:0')`: what Python prints around a number. */
const WRAPPED = /\b(?:np|numpy|torch)\.\w+\(([^(),]*)\)|\btensor\(([^(),]*)(?:,[^()]*)?\)/g;

/**
 * What a trainer wrote, without what terminals and Ray put around it (log-formats.md §25.7). Most lines of most
 * consoles need nothing done, so each repair is only tried where its mark is in the line.
 */
export function cleanLine(raw: string): string {
  let text = raw;
  if (!text.includes('(') && !text.includes(ESCAPE)) return text;
  if (text.includes(ESCAPE)) text = text.replace(ANSI, '');
  if (text.includes('pid=')) text = text.replace(RAY_PREFIX, '').replace(RAY_REPEAT, '');
  if (text.includes('np.') || text.includes('tensor(') || text.includes('numpy.') || text.includes('torch.'))
    text = text.replace(WRAPPED, '$1$2');
  return text;
}
