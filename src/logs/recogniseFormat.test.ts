import { describe, expect, it } from 'vitest';
import type { LogFormat } from './logTable';
import { recogniseFormat } from './recogniseFormat';

const TRAINER = '{\n  "best_metric": null,\n  "log_history": [\n    {"step": 1}\n  ]\n}';
const PACKAGE = '{\n  "name": "x",\n  "version": "1.0.0",\n  "scripts": {"a": "b"}\n}\n';

describe('recogniseFormat', () => {
  it.each<[string, string, LogFormat | null]>([
    ['trainer_state', TRAINER, 'trainer_state'],
    ['one-line trainer_state', '{"epoch": 1, "log_history": [{"step": 1}]}', 'trainer_state'],
    ['half a trainer_state', TRAINER.slice(0, 50), 'trainer_state'],
    [
      'JSON Lines that end with their history',
      '{"step": 1}\n{"step": 2}\n{"memory": 61.2, "log_history": [{"step": 1}]}\n',
      'jsonl',
    ],
    ['log_history only as text', '{"note": "log_history", "step": 1}\n{"step": 2}\n', 'jsonl'],
    ['log_history nested deeper', '{"a": {"log_history": [1]}, "step": 1}\n{"step": 2}\n', 'jsonl'],
    ['JSON Lines', '{"step": 1}\n{"step": 2}\n', 'jsonl'],
    ['one JSON line without an end', '{"step": 1, "reward": 0.5}', 'jsonl'],
    ['the first JSON line being written', '{"step": 1, "rew', 'jsonl'],
    ['JSON Lines with bare NaN', '{"step": 1, "reward": NaN}\n{"step": 2, "reward": NaN}\n', 'jsonl'],
    ['JSON Lines after a banner', 'starting run\n{"step": 1}\n{"step": 2}\n', 'jsonl'],
    ['JSON Lines cut at both ends', 'ard": 0.5}\n{"step": 1}\n{"step": 2}\n{"st', 'jsonl'],
    ['JSON Lines with CRLF', '{"step": 1}\r\n{"step": 2}\r\n', 'jsonl'],
    ['JSON Lines with a lone carriage return', '{"step": 1}\r{"step": 2}\r', 'jsonl'],
    ['CSV with a lone carriage return', 'step,reward\r1,0.5\r2,0.6\r', 'csv'],
    ['TSV with a lone carriage return', 'step\treward\r1\t0.5\r', 'tsv'],
    ['a JSON array with a lone carriage return', '[\r  {"step": 1},\r  {"step": 2}\r]', 'json'],
    [
      'a console with a lone carriage return',
      "{'loss': 0.1, 'reward': 0.5}\r{'loss': 0.1, 'reward': 0.6}\r",
      'console',
    ],
    ['package.json', PACKAGE, 'json'],
    ['a JSON array', '[\n  {"step": 1},\n  {"step": 2}\n]', 'json'],
    ['200,000 brackets', '['.repeat(65536), 'json'],
    ['CSV', 'step,reward\n1,0.5\n', 'csv'],
    ['CSV with a byte order mark', '\uFEFFstep,reward\n1,0.5\n', 'csv'],
    ['semicolons', 'step;reward\n1;0,5\n', 'csv'],
    ['semicolons beat decimal commas', 'step;reward;kl\n1;0,5;0,1\n2;0,5;0,1\n', 'csv'],
    ['TSV', 'step\treward\n1\t0.5\n', 'tsv'],
    ['a lone column', 'reward\n1\n2\n', 'csv'],
    ['a header without rows', 'step,reward\n', null],
    ['numbers without names', '1,2\n3,4\n', null],
    ['prose', 'Dear all,\nthis is, well, text.\nBye, me\n', null],
    ['one word per line', 'alpha\nbeta\n', null],
    ['Markdown', '# Title\n\nSome text, with commas, 3 of them.\n', null],
    ['Python', 'import os\n\ndef f(a, b):\n    return a + b\n', null],
    ['a console log', "{'loss': 0.1, 'reward': 0.5}\n{'loss': 0.1, 'reward': 0.6}\n", 'console'],
    ['nothing', '', null],
    ['blanks', '  \n\n', null],
    ['NUL bytes', '\0'.repeat(100), null],
    ['a gzip header', '\x1f\x8b\x08\0\0\0\0\0', null],
  ])('%s', (_, text, expected) => {
    expect(recogniseFormat(new TextEncoder().encode(text))).toBe(expected);
  });

  it('takes noise for nothing', () => {
    const noise = Uint8Array.from({ length: 65536 }, (_, i) => (i * 2654435761) >>> 13);
    expect(recogniseFormat(noise)).toBeNull();
  });
});
